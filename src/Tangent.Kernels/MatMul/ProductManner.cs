namespace Tangent.Kernels;

/// <summary>How a product is computed. It decides how sums are grouped, and so how they are rounded.</summary>
/// <param name="Way">The way.</param>
/// <param name="IsTransposed">True if it is that of the transposed product.</param>
/// <param name="DepthStep">In place: as much of the depth is summed up at a time.</param>
internal readonly record struct ProductManner(ProductWay Way, bool IsTransposed, int DepthStep);
