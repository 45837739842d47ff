namespace Tangent.Kernels;

/// <summary>A value of a <see cref="TilePlan"/>: a tile of elements of <paramref name="Size"/> bytes.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Size">Bytes per element.</param>
/// <param name="Bits">The index of the input, or the literal's representation.</param>
internal sealed record TileValue(TileValueKind Kind, int Size, ulong Bits);
