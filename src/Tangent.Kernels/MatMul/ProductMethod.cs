namespace Tangent.Kernels;

/// <summary>The algorithms that multiply two matrices.</summary>
internal enum ProductAlgorithm
{
    /// <summary>Both are packed in blocks: <see cref="BlockedProduct{T, TKernel, TStorage, TSource}"/>.</summary>
    Blocked,

    /// <summary>The second, of contiguous rows, is read where it lies: <see cref="InPlaceProduct{T, TKernel, TStorage}"/>.</summary>
    InPlace,

    /// <summary>The second, of contiguous columns, is read where it lies: <see cref="DotProduct{T, TVector, TSimd, TStorage}"/>.</summary>
    Dot,
}

/// <summary>
/// How a product is computed. It decides how sums are grouped, and so how they are rounded: it is chosen once for the
/// whole product, and the parts that threads take follow it.
/// </summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="IsTransposed">True if it computes the transposed product.</param>
/// <param name="DepthStep">In place: as much of the depth is summed up at a time.</param>
internal readonly record struct ProductMethod(ProductAlgorithm Algorithm, bool IsTransposed, int DepthStep);
