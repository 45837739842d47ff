namespace Tangent.Kernels;

/// <summary>What becomes of the elements in a window; places in the padding are none.</summary>
internal enum PoolOp
{
    /// <summary>The largest; NaN if any is, and the least value of the type if there are none.</summary>
    Maximum,

    /// <summary>The mean of a tangent, the first input, over the elements of the second that equal the third: the largest in each window.</summary>
    MaximumTangent,

    /// <summary>Each of these elements' even share of a cotangent, the first input, summed over all windows that it is the largest in.</summary>
    MaximumCotangent,

    /// <summary>The sum over the size of the window, as if zeros stood in the padding.</summary>
    Mean,

    /// <summary>Each element's share of a cotangent, summed over all windows that it is in.</summary>
    MeanCotangent,
}
