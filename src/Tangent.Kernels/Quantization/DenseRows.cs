namespace Tangent.Kernels;

/// <summary>Arrays whose rows must lie in memory without gaps.</summary>
internal static class DenseRows
{
    /// <summary>The array itself where it lies as it must, else a copy.</summary>
    public static BufferView Of(BufferView source, bool isDense)
    {
        if (isDense)
            return source;
        BufferView copy = BufferView.Allocate(source.DType, source.Layout.Shape);
        CopyExecutor.Run(source, copy, isReadAtOnce: true);
        return copy;
    }

    /// <summary>The same where the elements of a row need only be neighbours; the rows may lie anywhere.</summary>
    public static BufferView Of(BufferView source) => Of(source, source.Layout.Shape[^1] <= 1 || source.Layout.Strides[^1] == 1);
}
