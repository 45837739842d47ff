using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>The parts of an array, to be updated: <see cref="NDArray.At"/>.</summary>
public sealed class ArrayAt
{
    private readonly NDArray x;

    internal ArrayAt(NDArray x) => this.x = x;

    /// <summary>A part of the array, addressed as in an assignment <c>x[…] = value</c>.</summary>
    /// <param name="index">See <see cref="ArrayIndex"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An integer is out of range.</exception>
    /// <exception cref="ArgumentException">There are too many entries, or shapes do not broadcast, or indices are no integers.</exception>
    public ArrayPart this[params ReadOnlySpan<ArrayIndex> index] => new(x, IndexParser.ParsePart("x.At[...]", x.Shape, index));

    /// <summary>The same for one entry; so a list, as in <c>x.At[[0, 2]]</c>, is an entry and selects rows.</summary>
    /// <param name="index">See <see cref="ArrayIndex"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An integer is out of range.</exception>
    /// <exception cref="ArgumentException">The array is a scalar, or shapes do not broadcast, or indices are no integers.</exception>
    [OverloadResolutionPriority(1)]
    public ArrayPart this[ArrayIndex index] => this[new ReadOnlySpan<ArrayIndex>(in index)];
}
