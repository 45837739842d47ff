namespace Tangent.Kernels;

/// <summary>How an update meets the element that it falls on.</summary>
internal enum ScatterMode : byte
{
    /// <summary>Replaces it; of several updates the last in row-major order stays.</summary>
    Set,
    /// <summary>Adds to it.</summary>
    Add,
    /// <summary>Multiplies it.</summary>
    Multiply,
    /// <summary>Keeps the larger; NaN if either is NaN.</summary>
    Maximum,
    /// <summary>Keeps the smaller; NaN if either is NaN.</summary>
    Minimum,
}
