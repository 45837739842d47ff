namespace Tangent.Kernels;

/// <summary>The first input, the part that <paramref name="Part"/> shows of it replaced by the second or combined with it.</summary>
internal sealed record SliceUpdateKernel(SliceView Part, ScatterMode Mode) : BufferKernel
{
    /// <inheritdoc/>
    public override bool WorksInPlace => true;

    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs)
    {
        CopyExecutor.Run(inputs[0], outputs[0]);
        BufferView part = outputs[0].With(Part.Apply(outputs[0].Layout));
        if (Mode == ScatterMode.Set)
            CopyExecutor.Run(inputs[1], part);
        else
            PartUpdate.Apply(Mode, inputs[1], part);
    }
}
