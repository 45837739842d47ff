namespace Tangent;

/// <summary>What a loss makes of its elements.</summary>
public enum Reduction
{
    /// <summary>The elements themselves.</summary>
    None,

    /// <summary>Their mean, a scalar.</summary>
    Mean,

    /// <summary>Their sum, a scalar.</summary>
    Sum,
}
