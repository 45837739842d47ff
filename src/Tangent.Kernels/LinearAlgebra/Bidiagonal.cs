using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// A square matrix as Q·B·Pᴴ with a real upper bidiagonal B, by reflections from both sides whose effect on the rest of the matrix is put off
/// for a panel of them (Dongarra, Sorensen and Hammarling, "Block reduction of matrices to condensed forms for eigenvalue computations",
/// 1989). Backward error n·ε·‖A‖.
/// </summary>
internal readonly unsafe ref struct Bidiagonal<T, TField, TReal> : IDisposable
    where T : unmanaged
    where TField : IField<T>
    where TReal : unmanaged, INumberBase<TReal>
{
    // Steps of a panel. What they take off is q·pᴴ with two rows q and two rows p for each step.
    private const int Panel = 32;
    private const int MostFactors = 2 * Panel + MatrixVector<T, TField, TReal>.Group;

    private readonly T* a;
    private readonly T* left;
    private readonly long stride;
    private readonly int n;
    private readonly MatrixVector<T, TField, TReal> products;
    private readonly Scratch<T> panels;
    private readonly Scratch<T> vectors;

    private Bidiagonal(T* a, T* left, long stride, int n)
    {
        this.a = a;
        this.left = left;
        this.stride = stride;
        this.n = n;
        products = new(Math.Max(n, MostFactors));
        panels = new(2L * MostFactors * stride);
        vectors = new(4 * VectorStride);
    }

    private T* Q => panels.Pointer;

    private T* P => panels.Pointer + MostFactors * stride;

    // A vector that stands for rows has zeros behind it.
    private long VectorStride => stride + MatrixVector<T, TField, TReal>.Step;

    private T* Vector => vectors.Pointer;

    private T* ConjugateVector => vectors.Pointer + VectorStride;

    private T* Sums => vectors.Pointer + 2 * VectorStride;

    private T* Product => vectors.Pointer + 3 * VectorStride;

    /// <summary>
    /// Reduces a in padded memory. Its row k keeps the vector of the reflection from the right from behind the diagonal on, and that of
    /// <paramref name="left"/>, padded too, the one from the left from the diagonal on.
    /// </summary>
    public static void Reduce(T* a, T* left, long stride, int n, double* diagonal, double* offDiagonal, T* leftTaus, T* rightTaus)
    {
        using var reduction = new Bidiagonal<T, TField, TReal>(a, left, stride, n);
        for (int start = 0; start < n; start += Panel)
        {
            int end = Math.Min(n, start + Panel);
            for (int k = start; k < end; k++)
            {
                (leftTaus[k], diagonal[k]) = reduction.ReflectColumn(k, 2 * (k - start));
                if (k < n - 1)
                    (rightTaus[k], offDiagonal[k]) = reduction.ReflectRow(k, 2 * (k - start) + 1);
            }
            reduction.UpdateRest(start, end);
        }
    }

    public void Dispose()
    {
        products.Dispose();
        panels.Dispose();
        vectors.Dispose();
    }

    // The reflection that leaves of column k its diagonal, and the rows u and y = τ·Aᴴ·u.
    private (T Tau, double Beta) ReflectColumn(int k, int count)
    {
        new Span<T>(Vector, (int)VectorStride).Clear();
        T* u = Vector;
        for (int i = k; i < n; i++)
            u[i] = a[i * stride + k];
        Subtract(Q, P, k, count, k, u, true);
        T tau = Householder<T, TField>.Reflect(u + k, 1, n - k);
        double beta = TField.Real(u[k]);
        u[k] = TField.Make(1, 0);
        Copy(u, left + k * stride, k);
        Copy(u, Q + count * stride, k);
        if (k == n - 1)
            return (tau, beta);
        products.AdjointTimes(a + k * stride, stride, n - k, u + k, k + 1, n, Product);
        StoreProduct(tau, Q, P, count, u, k, P + count * stride, k + 1);
        return (tau, beta);
    }

    // The reflection that leaves of row k one element behind the diagonal, and the rows v and x = σ·A·v.
    private (T Tau, double Beta) ReflectRow(int k, int count)
    {
        new Span<T>(Vector, (int)VectorStride).Clear();
        T* v = Vector, row = a + k * stride;
        Subtract(P, Q, k, count, k + 1, row, false);
        for (int j = k + 1; j < n; j++)
            v[j] = TField.Conjugate(row[j]);
        T tau = Householder<T, TField>.Reflect(v + k + 1, 1, n - k - 1);
        double beta = TField.Real(v[k + 1]);
        v[k + 1] = TField.Make(1, 0);
        Copy(v, row, k + 1);
        Copy(v, P + count * stride, k + 1);
        products.Times(a + (k + 1) * stride, stride, n - k - 1, v, k + 1, n, Product + k + 1);
        StoreProduct(tau, P, Q, count, v, k + 1, Q + count * stride, k + 1);
        return (tau, beta);
    }

    // A row or a column less what was taken off so far: Σ rowsᵢ·conj(othersᵢ[index]), or that conjugated.
    private void Subtract(T* rows, T* others, int index, int count, int start, T* target, bool conjugate)
    {
        if (count == 0)
            return;
        T* factors = stackalloc T[MostFactors];
        new Span<T>(factors, MostFactors).Clear();
        for (int i = 0; i < count; i++)
            factors[i] = others[i * stride + index];
        products.AdjointTimes(rows, stride, count, factors, start, n, Sums);
        for (int i = start; i < n; i++)
            target[i] = TField.Subtract(target[i], conjugate ? TField.Conjugate(Sums[i]) : Sums[i]);
    }

    // target = τ·(product − Σ resultsᵢ·(rowsᵢᴴ·vector))
    private void StoreProduct(T tau, T* rows, T* results, int count, T* vector, int start, T* target, int first)
    {
        T* sums = stackalloc T[MostFactors];
        new Span<T>(sums, MostFactors).Clear();
        new Span<T>(Sums, (int)VectorStride).Clear();
        if (count > 0)
        {
            new Span<T>(ConjugateVector, (int)VectorStride).Clear();
            for (int i = start; i < n; i++)
                ConjugateVector[i] = TField.Conjugate(vector[i]);
            products.Times(rows, stride, count, ConjugateVector, start, n, sums);
            products.AdjointTimes(results, stride, count, sums, first, n, Sums);
        }
        for (int i = first; i < n; i++)
            target[i] = TField.Multiply(tau, TField.Subtract(Product[i], TField.Conjugate(Sums[i])));
    }

    private void UpdateRest(int start, int end)
    {
        int rest = n - end, count = 2 * (end - start);
        if (rest == 0)
            return;
        for (long i = 0; TField.DType.IsComplex && i < count; i++)
            for (int j = end; j < n; j++)
                P[i * stride + j] = TField.Conjugate(P[i * stride + j]);
        ProductUpdate<T, TField>.Subtract(
            a + end * stride + end, stride, new((byte*)(Q + end), rest, count, 1, stride), new((byte*)(P + end), count, rest, stride, 1));
    }

    private void Copy(T* vector, T* target, int start) => new Span<T>(vector + start, n - start).CopyTo(new Span<T>(target + start, n - start));
}
