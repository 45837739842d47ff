namespace Tangent.Kernels;

/// <summary>An axis of a reduction. Strides are in bytes; the output's is 0 along a reduced axis.</summary>
internal sealed record FoldAxis(long Length, long OutputStride, long[] Strides)
{
    /// <summary>An axis of one index.</summary>
    public static FoldAxis Single(int inputs) => new(1, 0, new long[inputs]);

    /// <summary>The distance of neighbours, over all inputs; the longest where everything repeats.</summary>
    public long Step
    {
        get
        {
            long step = 0;
            foreach (long stride in Strides)
                step += Math.Abs(stride);
            return step == 0 ? long.MaxValue : step;
        }
    }

    /// <summary>True if a step on this axis is as long as all steps on <paramref name="inner"/>, so that both are one.</summary>
    public bool IsContinuedBy(FoldAxis inner)
    {
        if (OutputStride != inner.OutputStride * inner.Length)
            return false;
        for (int i = 0; i < Strides.Length; i++)
        {
            if (Strides[i] != inner.Strides[i] * inner.Length)
                return false;
        }
        return true;
    }
}
