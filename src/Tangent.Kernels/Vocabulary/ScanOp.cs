namespace Tangent.Kernels;

/// <summary>What a scan accumulates.</summary>
internal enum ScanOp : byte
{
    /// <summary>Sums.</summary>
    Sum,
    /// <summary>Products.</summary>
    Product,
    /// <summary>The largest so far; NaN once there was one.</summary>
    Maximum,
    /// <summary>The smallest so far; NaN once there was one.</summary>
    Minimum,
    /// <summary>Logarithms of sums of exponentials.</summary>
    LogAddExp,
}
