namespace Tangent.Kernels;

/// <summary>The masks that a block-masked product has, in the order of its inputs.</summary>
[Flags]
internal enum BlockMasks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Of the output.</summary>
    Output = 1,

    /// <summary>Of the left operand.</summary>
    Left = 2,

    /// <summary>Of the right operand.</summary>
    Right = 4,
}
