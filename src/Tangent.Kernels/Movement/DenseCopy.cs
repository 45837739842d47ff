namespace Tangent.Kernels;

/// <summary>Arrays for kernels that read them in row-major order: those that lie so as they are, of others a copy.</summary>
internal static class DenseCopy
{
    /// <summary>The array, or a dense copy of it.</summary>
    public static BufferView Of(BufferView x)
    {
        if (x.Layout.IsRowMajor)
            return x;
        var copy = BufferView.Allocate(x.DType, x.Layout.Shape);
        CopyExecutor.Run(x, copy);
        return copy;
    }

    /// <summary>Gives the memory of a copy back; nothing if it is the array itself.</summary>
    public static void Release(BufferView dense, BufferView x)
    {
        if (!ReferenceEquals(dense, x))
            dense.Buffer.Release();
    }
}
