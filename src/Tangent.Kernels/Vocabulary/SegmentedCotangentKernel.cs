namespace Tangent.Kernels;

/// <summary>A product with the rows of each segment, added up in its columns; see <see cref="SegmentedCotangentExecutor"/>.</summary>
internal sealed record SegmentedCotangentKernel : BufferKernel;
