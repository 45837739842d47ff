namespace Tangent.Kernels;

/// <summary>Where a value of a <see cref="TilePlan"/> comes from.</summary>
internal enum TileValueKind : byte
{
    /// <summary>The elements of an input, read where they lie.</summary>
    Input,
    /// <summary>The one element of an input, repeated.</summary>
    Scalar,
    /// <summary>A literal, repeated.</summary>
    Constant,
    /// <summary>The result of a step.</summary>
    Result,
}
