using Tangent.Kernels;

namespace Tangent;

/// <summary>A reduction, with the elementwise loop that feeds it.</summary>
internal sealed class FoldStep(FoldKernel fold, Program prologue, PlanItem[] inputs, PlanItem output) : PlanStep(inputs, [output])
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) =>
        FoldExecutor.Run(fold.Op, prologue, inputs, fold.Axes, outputs[0]);
}
