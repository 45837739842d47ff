using Tangent.Kernels;

namespace Tangent;

/// <summary>A kernel that is run by itself.</summary>
internal sealed class KernelStep(BufferKernel kernel, PlanItem[] inputs, PlanItem[] outputs) : PlanStep(inputs, outputs)
{
    /// <inheritdoc/>
    public override bool WorksInPlace => kernel.WorksInPlace;

    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => kernel.Run(inputs, outputs);
}
