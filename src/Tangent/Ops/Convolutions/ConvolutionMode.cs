namespace Tangent;

/// <summary>Which places of a convolution of sequences to give.</summary>
public enum ConvolutionMode
{
    /// <summary>All where they overlap: as many as both have together, less one.</summary>
    Full,

    /// <summary>As many as the longer one has, from the middle.</summary>
    Same,

    /// <summary>Those where the shorter one lies wholly within the longer one.</summary>
    Valid,
}
