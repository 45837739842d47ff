namespace Tangent.Kernels;

/// <summary>What accumulates along an axis up to each place; see <see cref="ScanExecutor"/>.</summary>
internal sealed record ScanKernel(ScanOp Op, int Axis, bool Reverse, bool Inclusive) : BufferKernel;
