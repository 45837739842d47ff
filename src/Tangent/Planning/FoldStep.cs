using Tangent.Kernels;

namespace Tangent;

/// <summary>A reduction, with the elementwise loop that feeds it.</summary>
internal sealed class FoldStep(FoldKernel fold, FusedLoop loop, PlanItem[] inputs, PlanItem output) : PlanStep(inputs, [output])
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) =>
        FoldExecutor.Run(fold.Op, loop.Program, loop.Inputs(inputs), fold.Axes, outputs[0]);
}
