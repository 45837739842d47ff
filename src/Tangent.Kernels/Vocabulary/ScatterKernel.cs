namespace Tangent.Kernels;

/// <summary>The first input with the last one written to places that those between give; see <see cref="ScatterExecutor"/>.</summary>
internal sealed record ScatterKernel(ScatterMode Mode, int[] Axes, bool Clamp) : BufferKernel
{
    /// <inheritdoc/>
    public override bool WorksInPlace => true;

    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) =>
        ScatterExecutor.Run(Mode, inputs[0], inputs[1..^1], inputs[^1], Axes, outputs[0], Clamp);
}
