namespace Tangent.Kernels;

/// <summary>How a quantised matrix is stored. Its codes follow each other from the lowest bit of its words on.</summary>
/// <param name="Mode">What a code stands for.</param>
/// <param name="GroupSize">So many neighbours along a row share a scale: a multiple of 16.</param>
/// <param name="Bits">The bits of a code.</param>
internal readonly record struct QuantizationFormat(QuantizationMode Mode, int GroupSize, int Bits)
{
    /// <summary>True if groups have a bias beside their scale, both of the type that is computed in; else scales are bytes.</summary>
    public bool HasBiases => Mode == QuantizationMode.Affine;

    /// <summary>The arrays that make up a matrix: words, scales and perhaps biases.</summary>
    public int Arrays => HasBiases ? 3 : 2;
}
