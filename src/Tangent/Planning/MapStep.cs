using Tangent.Kernels;

namespace Tangent;

/// <summary>A fused elementwise loop.</summary>
internal sealed class MapStep(FusedLoop loop, PlanItem[] inputs, PlanItem[] outputs) : PlanStep(inputs, outputs)
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => MapExecutor.Run(loop.Program, loop.Inputs(inputs), outputs);
}
