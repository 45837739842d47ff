using Tangent.Kernels;

namespace Tangent;

/// <summary>A part of an array that can be written.</summary>
internal interface IPart
{
    /// <summary>The part.</summary>
    NDArray Read(NDArray x);

    /// <summary>The array with values, converted to its type, written in place of the part or combined with it.</summary>
    /// <exception cref="ArgumentException">The values do not broadcast to the part.</exception>
    NDArray Write(NDArray x, NDArray values, ScatterMode mode);
}
