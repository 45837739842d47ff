namespace Tangent.Kernels;

/// <summary>A rectangle of the output of a block-masked product to which the same stretches of the depth contribute.</summary>
internal sealed record BlockRegion(long Example, int Row, int Rows, int Column, int Columns, ProductTerm[] Terms)
{
    /// <summary>Multiplications and additions.</summary>
    public double Operations => 2.0 * Rows * Columns * Terms.Sum(term => (double)term.Depth);
}
