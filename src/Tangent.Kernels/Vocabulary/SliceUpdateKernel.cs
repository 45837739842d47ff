namespace Tangent.Kernels;

/// <summary>The first input with the part that <paramref name="Part"/> shows replaced by the second.</summary>
internal sealed record SliceUpdateKernel(SliceView Part) : BufferKernel
{
    /// <inheritdoc/>
    public override bool WorksInPlace => true;

    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs)
    {
        CopyExecutor.Run(inputs[0], outputs[0]);
        CopyExecutor.Run(inputs[1], outputs[0].With(Part.Apply(outputs[0].Layout)));
    }
}
