namespace Tangent.Kernels;

/// <summary>Start + Step·i in element i, counted in row-major order.</summary>
internal sealed record IotaKernel(double Start, double Step) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Start), Start), new(nameof(Step), Step)];
}
