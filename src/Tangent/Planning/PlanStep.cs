using Tangent.Kernels;

namespace Tangent;

/// <summary>One piece of work of a plan: it reads the memory of some items and fills that of others.</summary>
internal abstract class PlanStep(PlanItem[] inputs, PlanItem[] outputs)
{
    public PlanItem[] Inputs { get; } = inputs;

    public PlanItem[] Outputs { get; } = outputs;

    /// <summary>Items whose memory nobody reads after this step.</summary>
    public List<PlanItem> Dead { get; } = [];

    /// <summary>True if the first input may lie in the memory of the output.</summary>
    public virtual bool WorksInPlace => false;

    /// <summary>The input whose memory becomes that of the output, which nobody else reads any more; null if there is none.</summary>
    public PlanItem? Overwritten { get; set; }

    /// <summary>Fills the outputs.</summary>
    public abstract void Run(BufferView[] inputs, BufferView[] outputs);
}
