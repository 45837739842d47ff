namespace Tangent.Kernels;

/// <summary>How a reduction combines elements.</summary>
internal enum FoldOp : byte
{
    /// <summary>The sum; 0 of nothing.</summary>
    Sum,
    /// <summary>The product; 1 of nothing.</summary>
    Product,
    /// <summary>The largest, NaN if any is; of nothing -∞, the smallest integer or false.</summary>
    Maximum,
    /// <summary>The smallest, NaN if any is; of nothing ∞, the largest integer or true.</summary>
    Minimum,
    /// <summary>Whether all booleans are true; true of nothing.</summary>
    All,
    /// <summary>Whether any boolean is true; false of nothing.</summary>
    Any,
}
