namespace Tangent.Kernels;

/// <summary>The first input with the part that <paramref name="Part"/> shows replaced by the second.</summary>
internal sealed record SliceUpdateKernel(SliceView Part) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Part), Part)];

    /// <inheritdoc/>
    public override bool WorksInPlace => true;
}
