namespace Tangent.Kernels;

/// <summary>The first input, the part that <paramref name="Part"/> shows of it replaced by the second or combined with it.</summary>
internal sealed record SliceUpdateKernel(SliceView Part, ScatterMode Mode) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Part), Part), new(nameof(Mode), Mode)];

    /// <inheritdoc/>
    public override bool WorksInPlace => true;
}
