namespace Tangent.Kernels;

/// <summary>Reflections whose vectors stand in the rows of a matrix, as the reductions leave them.</summary>
internal static unsafe class RowReflections<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int Block = 64;

    /// <summary>
    /// z [n, n] becomes the product of all reflections times z. The vector of reflection k is row k from column k + <paramref name="shift"/> on,
    /// where its one stands.
    /// </summary>
    public static void Apply(T* rows, long stride, int n, int shift, T* taus, T* z)
    {
        int total = n - shift;
        for (int start = (total - 1) / Block * Block; start >= 0 && total > 0; start -= Block)
        {
            int count = Math.Min(Block, total - start), first = start + shift;
            using var reflector = new BlockReflector<T, TField>(rows + start * stride + first, 1, stride, n - first, count, taus + start);
            reflector.Apply(z + (long)first * n, n, n, false);
        }
    }
}
