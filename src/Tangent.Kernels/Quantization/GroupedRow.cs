namespace Tangent.Kernels;

/// <summary>A row of codes, and a scale and a bias for each group of them.</summary>
internal unsafe struct GroupedRow
{
    public byte* Codes;
    public float* Scales;
    public float* Biases;
}

/// <summary>How a row falls into groups.</summary>
/// <param name="Groups">So many.</param>
/// <param name="Vectors">The vectors of a group.</param>
/// <param name="Bytes">The bytes of a group's codes.</param>
/// <param name="Ahead">By how many bytes memory is asked for before it is read.</param>
internal readonly record struct GroupShape(int Groups, int Vectors, int Bytes, int Ahead);
