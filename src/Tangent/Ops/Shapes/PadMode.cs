namespace Tangent;

/// <summary>What stands beyond the edges of a padded array.</summary>
public enum PadMode
{
    /// <summary>A given value.</summary>
    Constant,
    /// <summary>The nearest element.</summary>
    Edge,
    /// <summary>The mirror image about the outermost element, which is not repeated.</summary>
    Reflect,
    /// <summary>The mirror image about the edge: the outermost element is repeated.</summary>
    Symmetric,
}
