namespace Tangent;

/// <summary>Which axis of a grid belongs to the first vector of coordinates.</summary>
public enum GridIndexing
{
    /// <summary>Cartesian: the first vector runs along axis 1 and the second along axis 0.</summary>
    XY,
    /// <summary>Matrix: vector i runs along axis i.</summary>
    IJ,
}
