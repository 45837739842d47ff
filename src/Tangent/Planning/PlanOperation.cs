using Tangent.Kernels;

namespace Tangent;

/// <summary>One operation of a plan: a kernel, which is data, that reads some values and makes others.</summary>
/// <remarks>Passes keep what they need of each operation in arrays, by <see cref="Index"/>.</remarks>
internal sealed class PlanOperation(Kernel kernel, PlanValue[] inputs, PlanValue[] outputs)
{
    private List<PlanValue>? dead;

    /// <summary>What to compute.</summary>
    public Kernel Kernel { get; } = kernel;

    public PlanValue[] Inputs { get; } = inputs;

    public PlanValue[] Outputs { get; } = outputs;

    /// <summary>The place among the operations before fusion, which are in order of dependence.</summary>
    public int Index { get; init; } = -1;

    /// <summary>The primitive that it was lowered from; null for a fused loop.</summary>
    public Primitive? Primitive { get; init; }

    /// <summary>The node, if it must run exactly once, wherever its result goes.</summary>
    public Node? Effect { get; init; }

    /// <summary>What must have been computed before, though it is not read; null for nothing.</summary>
    public PlanValue[]? Waits { get; init; }

    /// <summary>The round in which it can run at the earliest; loops of one round and shape can fuse.</summary>
    public int Stage { get; set; }

    /// <summary>The fused loop that it is a part of.</summary>
    public FusedGroup? Group { get; set; }

    /// <summary>An estimate of the bytes that are alive at once while it and all that it needs are computed.</summary>
    public long Need { get; set; }

    /// <summary>What must run before it: what needs the most memory beyond what it leaves comes first.</summary>
    public PlanOperation[] Before { get; set; } = [];

    /// <summary>The place in the order in which the operations run.</summary>
    public int Position { get; set; }

    /// <summary>Values whose memory nobody reads after it.</summary>
    public List<PlanValue> Dead => dead ??= [];

    /// <summary>True if there are such values.</summary>
    public bool HasDead => dead is { Count: > 0 };

    /// <summary>The input whose memory becomes that of the output, which nobody else reads any more; null if there is none.</summary>
    public PlanValue? Overwritten { get; set; }

    /// <summary>The only output of an operation that has one.</summary>
    public PlanValue Output => Outputs[0];

    public bool IsMap => Kernel is MapKernel;

    /// <summary>True if a loop can compute both this and <paramref name="reader"/> without storing this in between.</summary>
    public bool FusesWith(PlanOperation reader) => IsMap && reader.IsMap && Output.Spec.Shape == reader.Output.Spec.Shape;
}
