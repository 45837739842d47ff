using Tangent.Kernels;

namespace Tangent;

/// <summary>One node while it is planned: what it lowers to, who reads it, and where it ends up.</summary>
internal sealed class PlanItem(Node node, Kernel? kernel, PlanItem[] inputs)
{
    /// <summary>The node; a composite's item is that of its composition.</summary>
    public Node Node { get; } = node;

    /// <summary>What to compute; null for a value that is given.</summary>
    public Kernel? Kernel { get; } = kernel;

    public PlanItem[] Inputs { get; } = inputs;

    /// <summary>The items that read this one, one entry a reading.</summary>
    public List<PlanItem> Readers { get; } = [];

    /// <summary>Readings by nodes of this plan, to be compared with all nodes ever made from this one.</summary>
    public int ReadingsHere { get; set; }

    /// <summary>Nodes whose value this item is and that keep it.</summary>
    public List<Node> Keepers { get; } = [];

    /// <summary>The fused loop that computes this item.</summary>
    public FusedGroup? Group { get; set; }

    /// <summary>The step that fills this item's memory.</summary>
    public PlanStep? Step { get; set; }

    /// <summary>The literal, if the item repeats one.</summary>
    public Constant? Literal { get; init; }

    /// <summary>The round in which the item can be computed at the earliest; loops of one round and shape can fuse.</summary>
    public int Stage { get; set; }

    /// <summary>True if the value must be stored in memory.</summary>
    public bool IsStored { get; set; }

    /// <summary>The index of the value while the plan runs; -1 if it is never stored.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Where the value lies in the memory of <see cref="Owner"/>.</summary>
    public Layout? Layout { get; set; }

    /// <summary>The item whose memory this one looks at; itself unless it is a view.</summary>
    public PlanItem? Owner { get; set; }

    public bool IsMap => Kernel is MapKernel;

    public bool IsGiven => Kernel is null;

    /// <summary>True if a loop can compute both this and <paramref name="reader"/> without storing this in between.</summary>
    public bool FusesWith(PlanItem reader) => IsMap && reader.IsMap && Node.Shape == reader.Node.Shape;
}
