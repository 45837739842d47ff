namespace Tangent.Kernels;

/// <summary>The routines for one element type and vector width.</summary>
internal readonly unsafe struct ProductRoutines(
    delegate*<MatrixView, MatrixView, long, ProductManner> mannerOf,
    delegate*<MatrixView, MatrixView, byte*, long, ProductManner, void> run)
{
    /// <inheritdoc cref="Product{T, TVector, TSimd, TStorage}.MannerOf"/>
    public ProductManner MannerOf(MatrixView x, MatrixView y, long outputStride) => mannerOf(x, y, outputStride);

    /// <inheritdoc cref="Product{T, TVector, TSimd, TStorage}.Run"/>
    public void Run(MatrixView x, MatrixView y, byte* output, long outputStride, ProductManner manner) =>
        run(x, y, output, outputStride, manner);
}
