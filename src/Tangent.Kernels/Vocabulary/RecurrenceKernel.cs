namespace Tangent.Kernels;

/// <summary>y[i] = factor[i]·y[i - 1] + term[i] along an axis; see <see cref="RecurrenceExecutor"/>.</summary>
internal sealed record RecurrenceKernel(int Axis, bool Reverse) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis), new(nameof(Reverse), Reverse)];
}
