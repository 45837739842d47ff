namespace Tangent.Kernels;

/// <summary>What accumulates along an axis up to each place; see <see cref="ScanExecutor"/>.</summary>
internal sealed record ScanKernel(ScanOp Op, int Axis, bool Reverse, bool Inclusive) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Op), Op), new(nameof(Axis), Axis), new(nameof(Reverse), Reverse), new(nameof(Inclusive), Inclusive)];
}
