namespace Tangent;

/// <summary>What an entry of an index is.</summary>
internal enum ArrayIndexKind : byte
{
    /// <summary>All of an axis: what a default entry stands for.</summary>
    Slice,
    /// <summary>One element of an axis, which vanishes.</summary>
    Integer,
    /// <summary>As many whole axes as the other entries leave.</summary>
    Ellipsis,
    /// <summary>A new axis of length 1.</summary>
    NewAxis,
    /// <summary>An array of integers.</summary>
    Array,
    /// <summary>An array of bool.</summary>
    Mask,
}
