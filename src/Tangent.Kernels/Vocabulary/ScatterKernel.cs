namespace Tangent.Kernels;

/// <summary>The first input with the last one written to places that those between give; see <see cref="ScatterExecutor"/>.</summary>
internal sealed record ScatterKernel(ScatterMode Mode, int[] Axes, bool Clamp) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Mode), Mode), new(nameof(Axes), Axes), new(nameof(Clamp), Clamp)];

    /// <inheritdoc/>
    public override bool WorksInPlace => true;
}
