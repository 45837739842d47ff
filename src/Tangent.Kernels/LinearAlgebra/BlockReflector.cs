namespace Tangent.Kernels;

/// <summary>
/// Several reflections as one, I − V·T·Vᴴ with triangular T (Schreiber and Van Loan, "A storage-efficient WY representation for products
/// of Householder transformations", 1989), so that matrices are reflected by products.
/// </summary>
internal readonly unsafe ref struct BlockReflector<T, TField> : IDisposable
    where T : unmanaged
    where TField : IField<T>
{
    private readonly int rows;
    private readonly int count;
    private readonly Scratch<T> vectors;
    private readonly Scratch<T> conjugates;
    private readonly Scratch<T> factor;

    /// <summary>
    /// The product of <paramref name="count"/> reflections, whose vectors stand below the diagonal of the columns at <paramref name="a"/>,
    /// without their ones; rows lie <paramref name="stride"/> apart.
    /// </summary>
    public BlockReflector(T* a, long stride, int rows, int count, T* taus)
        : this(a, stride, 1, rows, count, taus)
    {
    }

    /// <summary>The same where columns lie <paramref name="columnStride"/> apart.</summary>
    public BlockReflector(T* a, long stride, long columnStride, int rows, int count, T* taus)
    {
        (this.rows, this.count) = (rows, count);
        vectors = new((long)rows * count);
        conjugates = new(TField.DType.IsComplex ? (long)rows * count : 0);
        factor = new((long)count * count);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j <= Math.Min(i, count - 1); j++)
                vectors.Pointer[(long)i * count + j] = i == j ? TField.Make(1, 0) : a[i * stride + j * columnStride];
        for (long i = 0; TField.DType.IsComplex && i < (long)rows * count; i++)
            conjugates.Pointer[i] = TField.Conjugate(vectors.Pointer[i]);
        FillFactor(taus);
    }

    private T* Conjugates => TField.DType.IsComplex ? conjugates.Pointer : vectors.Pointer;

    /// <summary>c becomes the product times c [rows, columns], or its adjoint times c.</summary>
    public void Apply(T* c, long stride, int columns, bool adjoint)
    {
        if (columns == 0)
            return;
        using var sums = new Scratch<T>(2L * count * columns);
        using var turned = new Scratch<T>((long)count * count);
        T* products = sums.Pointer, weighed = products + (long)count * columns, weights = adjoint ? turned.Pointer : factor.Pointer;
        for (int i = 0; adjoint && i < count; i++)
            for (int j = 0; j < count; j++)
                weights[(long)i * count + j] = TField.Conjugate(factor.Pointer[(long)j * count + i]);
        ProductUpdate<T, TField>.Assign(products, columns, new((byte*)Conjugates, count, rows, 1, count), new((byte*)c, rows, columns, stride, 1));
        ProductUpdate<T, TField>.Assign(weighed, columns, new((byte*)weights, count, count, count, 1), new((byte*)products, count, columns, columns, 1));
        ProductUpdate<T, TField>.Subtract(c, stride, new((byte*)vectors.Pointer, rows, count, count, 1), new((byte*)weighed, count, columns, columns, 1));
    }

    public void Dispose()
    {
        vectors.Dispose();
        conjugates.Dispose();
        factor.Dispose();
    }

    // Column j of T is −τⱼ·T·Vᴴ·vⱼ above its diagonal τⱼ.
    private void FillFactor(T* taus)
    {
        using var products = new Scratch<T>((long)count * count);
        ProductUpdate<T, TField>.Subtract(
            products.Pointer, count, new((byte*)Conjugates, count, rows, 1, count), new((byte*)vectors.Pointer, rows, count, count, 1));
        for (int j = 0; j < count; j++)
        {
            factor.Pointer[(long)j * count + j] = taus[j];
            for (int i = 0; i < j; i++)
            {
                T sum = TField.Make(0, 0);
                for (int k = i; k < j; k++)
                    sum = TField.Add(sum, TField.Multiply(factor.Pointer[(long)i * count + k], products.Pointer[(long)k * count + j]));
                factor.Pointer[(long)i * count + j] = TField.Multiply(taus[j], sum);
            }
        }
    }
}
