namespace Tangent.Kernels;

/// <summary>
/// One pass of a transform on lanes: of its parts, groups of as many elements as the radix lie <see cref="Parts"/>·<see cref="Groups"/> apart.
/// An element is a vector of real parts and one of imaginary parts.
/// </summary>
/// <remarks>Stockham's order: groups of a pass become neighbours, so that the last leaves the results in order.</remarks>
internal readonly unsafe ref struct LanePass
{
    /// <summary>What is read.</summary>
    public required float* X { get; init; }

    /// <summary>What is written.</summary>
    public required float* Y { get; init; }

    /// <summary>Cosines and sines.</summary>
    public required float* Twiddles { get; init; }

    /// <summary>How many groups have factors of their own.</summary>
    public required int Groups { get; init; }

    /// <summary>How many transforms are under way, which share the factors.</summary>
    public required int Parts { get; init; }

    /// <summary>Where the real parts of an element are; those of an inverse transform are where the imaginary parts are.</summary>
    public required int Real { get; init; }

    /// <summary>Where the imaginary parts of an element are.</summary>
    public required int Imaginary { get; init; }
}
