namespace Tangent.Kernels;

/// <summary>An axis of a reduction. Strides are in bytes; the output's is 0 along a reduced axis.</summary>
internal sealed record FoldAxis(long Length, bool IsReduced, long OutputStride, long[] Strides)
{
    /// <summary>True if a step on this axis is as long as all steps on <paramref name="inner"/>, so that both are one.</summary>
    public bool IsContinuedBy(FoldAxis inner)
    {
        if (IsReduced != inner.IsReduced || OutputStride != inner.OutputStride * inner.Length)
            return false;
        return StridesContinue(inner);
    }

    /// <summary>The same for the inputs alone.</summary>
    public bool StridesContinue(FoldAxis inner)
    {
        for (int i = 0; i < Strides.Length; i++)
        {
            if (Strides[i] != inner.Strides[i] * inner.Length)
                return false;
        }
        return true;
    }
}
