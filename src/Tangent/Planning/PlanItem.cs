using Tangent.Kernels;

namespace Tangent;

/// <summary>One node while it is planned: what it lowers to, who reads it, and where it ends up.</summary>
/// <remarks>Passes over the plan keep what they need of each item in arrays, by <see cref="Index"/>.</remarks>
internal sealed class PlanItem(Node node, Kernel? kernel, PlanItem[] inputs, int index)
{
    private Layout? layout;

    /// <summary>The node; a composite's item is that of its composition.</summary>
    public Node Node { get; } = node;

    /// <summary>What to compute; null for a value that is given.</summary>
    public Kernel? Kernel { get; } = kernel;

    public PlanItem[] Inputs { get; } = inputs;

    /// <summary>The place among all items, which are in order of dependence.</summary>
    public int Index { get; } = index;

    /// <summary>How often items of this plan read this one.</summary>
    public int Readings { get; set; }

    /// <summary>Readings by nodes of this plan, to be compared with all nodes ever made from this one.</summary>
    public int ReadingsOfNodes { get; set; }

    /// <summary>True if the value outlives the plan.</summary>
    public bool IsKept { get; set; }

    /// <summary>The fused loop that computes this item.</summary>
    public FusedGroup? Group { get; set; }

    /// <summary>The step that fills this item's memory.</summary>
    public PlanStep? Step { get; set; }

    /// <summary>The literal, if the item repeats one.</summary>
    public Constant? Literal { get; init; }

    /// <summary>The round in which the item can be computed at the earliest; loops of one round and shape can fuse.</summary>
    public int Stage { get; set; }

    /// <summary>The index of the value while the plan runs; -1 if it is never stored.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>The item whose memory this one looks at; itself unless it is a view.</summary>
    public PlanItem? Owner { get; set; }

    /// <summary>Where the value lies in the memory of <see cref="Owner"/>; dense unless a view or a given value says otherwise.</summary>
    public Layout Layout
    {
        get => layout ??= (IsGiven ? Node.Value?.Layout : null) ?? Layout.RowMajor(Node.Shape.Lengths);
        set => layout = value;
    }

    public bool IsMap => Kernel is MapKernel;

    public bool IsGiven => Kernel is null;

    /// <summary>True if a loop can compute both this and <paramref name="reader"/> without storing this in between.</summary>
    public bool FusesWith(PlanItem reader) => IsMap && reader.IsMap && Node.Shape == reader.Node.Shape;
}
