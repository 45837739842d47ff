using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// A square matrix as Q·H·Qᴴ with an upper Hessenberg H, by reflections whose effect on columns to come is put off for a panel of them
/// (Quintana-Ortí and van de Geijn, "Improving the performance of reduction to Hessenberg form", 2006). Backward error n·ε·‖A‖.
/// </summary>
internal readonly unsafe ref struct Hessenberg<T, TField, TReal> : IDisposable
    where T : unmanaged
    where TField : IField<T>
    where TReal : unmanaged, INumberBase<TReal>
{
    private const int Panel = 32;
    private const int MostRows = Panel + MatrixVector<T, TField, TReal>.Group;

    private readonly T* a;
    private readonly T* reflections;
    private readonly long stride;
    private readonly int n;
    private readonly MatrixVector<T, TField, TReal> products;
    private readonly Scratch<T> sums;
    private readonly Scratch<T> factor;
    private readonly Scratch<T> vectors;

    private Hessenberg(T* a, T* reflections, long stride, int n)
    {
        this.a = a;
        this.reflections = reflections;
        this.stride = stride;
        this.n = n;
        products = new(Math.Max(n, MostRows));
        sums = new(MostRows * stride);
        factor = new(Panel * Panel);
        vectors = new(4 * VectorStride);
    }

    private long VectorStride => stride + MatrixVector<T, TField, TReal>.Step;

    private T* Column => vectors.Pointer;

    private T* Conjugates => vectors.Pointer + VectorStride;

    private T* Taken => vectors.Pointer + 2 * VectorStride;

    private T* Product => vectors.Pointer + 3 * VectorStride;

    /// <summary>
    /// Reduces a in padded memory, and zeros what is below. Row k of <paramref name="reflections"/>, padded too and zero before, becomes the
    /// vector of reflection k, from behind the diagonal on.
    /// </summary>
    public static void Reduce(T* a, T* reflections, long stride, int n, T* taus)
    {
        using var reduction = new Hessenberg<T, TField, TReal>(a, reflections, stride, n);
        for (int start = 0; start < n - 1; start += Panel)
        {
            int end = Math.Min(n - 1, start + Panel);
            for (int k = start; k < end; k++)
                taus[k] = reduction.ReflectColumn(start, k);
            reduction.UpdateRest(start, end, taus);
        }
    }

    public void Dispose()
    {
        products.Dispose();
        sums.Dispose();
        factor.Dispose();
        vectors.Dispose();
    }

    private T ReflectColumn(int start, int k)
    {
        int count = k - start;
        T* column = Column;
        for (int i = 0; i < n; i++)
            column[i] = a[i * stride + k];
        if (count > 0)
            UpdateColumn(start, count, k);
        T tau = Householder<T, TField>.Reflect(column + k + 1, 1, n - k - 1);
        for (int i = 0; i < n; i++)
            a[i * stride + k] = i <= k + 1 ? column[i] : TField.Make(0, 0);
        new Span<T>(column, k + 1).Clear();
        column[k + 1] = TField.Make(1, 0);
        new Span<T>(column, n).CopyTo(new Span<T>(reflections + k * stride, n));
        StoreSums(start, count, k, tau);
        return tau;
    }

    // Column k as the reflections of the panel leave it, first from the right, then from the left: Y = A·V·T stands for what they take off.
    private void UpdateColumn(int start, int count, int k)
    {
        T* v = reflections + start * stride, column = Column;
        T* weights = stackalloc T[MostRows], turned = stackalloc T[MostRows];
        new Span<T>(weights, MostRows).Clear();
        new Span<T>(turned, MostRows).Clear();
        for (int i = 0; i < count; i++)
            weights[i] = v[i * stride + k];
        products.AdjointTimes(sums.Pointer, stride, count, weights, 0, n, Taken);
        for (int i = 0; i < n; i++)
            column[i] = TField.Subtract(column[i], TField.Conjugate(Taken[i]));
        new Span<T>(Conjugates, (int)VectorStride).Clear();
        for (int i = start + 1; i < n; i++)
            Conjugates[i] = TField.Conjugate(column[i]);
        products.Times(v, stride, count, Conjugates, start + 1, n, weights);
        for (int i = 0; i < count; i++)
            for (int j = 0; j <= i; j++)
                turned[i] = TField.Add(turned[i], TField.Multiply(factor.Pointer[j * Panel + i], weights[j]));
        products.AdjointTimes(v, stride, count, turned, start + 1, n, Taken);
        for (int i = start + 1; i < n; i++)
            column[i] = TField.Subtract(column[i], TField.Conjugate(Taken[i]));
    }

    // The next row of Yᵀ, and the next column of T.
    private void StoreSums(int start, int count, int k, T tau)
    {
        T* v = reflections + start * stride, vector = Column, target = sums.Pointer + count * stride;
        T* weights = stackalloc T[MostRows];
        new Span<T>(weights, MostRows).Clear();
        products.Times(a, stride, n, vector, k + 1, n, Product);
        new Span<T>(Taken, (int)VectorStride).Clear();
        if (count > 0)
        {
            new Span<T>(Conjugates, (int)VectorStride).Clear();
            for (int i = k + 1; i < n; i++)
                Conjugates[i] = TField.Conjugate(vector[i]);
            products.Times(v, stride, count, Conjugates, k + 1, n, weights);
            products.AdjointTimes(sums.Pointer, stride, count, weights, 0, n, Taken);
        }
        for (int i = 0; i < n; i++)
            target[i] = TField.Multiply(tau, TField.Subtract(Product[i], TField.Conjugate(Taken[i])));
        for (int i = 0; i < count; i++)
        {
            T sum = TField.Make(0, 0);
            for (int j = i; j < count; j++)
                sum = TField.Subtract(sum, TField.Multiply(factor.Pointer[i * Panel + j], TField.Conjugate(weights[j])));
            factor.Pointer[i * Panel + count] = TField.Multiply(tau, sum);
        }
        factor.Pointer[count * Panel + count] = tau;
    }

    private void UpdateRest(int start, int end, T* taus)
    {
        int count = end - start, rest = n - end;
        T* v = reflections + start * stride;
        using var conjugates = new Scratch<T>(count * stride);
        for (long i = 0; i < count; i++)
            for (int j = end; j < n; j++)
                conjugates.Pointer[i * stride + j] = TField.Conjugate(v[i * stride + j]);
        ProductUpdate<T, TField>.Subtract(
            a + end, stride, new((byte*)sums.Pointer, n, count, 1, stride), new((byte*)(conjugates.Pointer + end), count, rest, stride, 1));
        using var reflector = new BlockReflector<T, TField>(v + start + 1, 1, stride, n - start - 1, count, taus + start);
        reflector.Apply(a + (start + 1) * stride + end, stride, rest, true);
    }
}
