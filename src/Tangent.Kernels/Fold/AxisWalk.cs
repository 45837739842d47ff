namespace Tangent.Kernels;

/// <summary>Offsets of the points of some axes, which are counted row-major. One axis costs no division.</summary>
internal static class AxisWalk
{
    /// <summary>The number of points.</summary>
    public static long Count(ReadOnlySpan<FoldAxis> axes)
    {
        long count = 1;
        foreach (FoldAxis axis in axes)
            count *= axis.Length;
        return count;
    }

    /// <summary>Adds the offset in bytes of a point to the address of each input.</summary>
    public static unsafe void Move(byte** addresses, ReadOnlySpan<FoldAxis> axes, long point)
    {
        for (int i = axes.Length - 1; i >= 0 && point > 0; i--)
        {
            long index = i == 0 ? point : point % axes[i].Length;
            point = i == 0 ? 0 : point / axes[i].Length;
            long[] strides = axes[i].Strides;
            for (int input = 0; input < strides.Length; input++)
                addresses[input] += index * strides[input];
        }
    }

    /// <summary>The offset in bytes of a point in one input.</summary>
    public static long Offset(ReadOnlySpan<FoldAxis> axes, long point, int input)
    {
        long offset = 0;
        for (int i = axes.Length - 1; i >= 0 && point > 0; i--)
        {
            offset += (i == 0 ? point : point % axes[i].Length) * axes[i].Strides[input];
            point = i == 0 ? 0 : point / axes[i].Length;
        }
        return offset;
    }

    /// <summary>The offset of a point in the output.</summary>
    public static long OutputOffset(ReadOnlySpan<FoldAxis> axes, long point)
    {
        long offset = 0;
        for (int i = axes.Length - 1; i >= 0 && point > 0; i--)
        {
            offset += (i == 0 ? point : point % axes[i].Length) * axes[i].OutputStride;
            point = i == 0 ? 0 : point / axes[i].Length;
        }
        return offset;
    }
}
