using Tangent.Kernels;

namespace Tangent;

/// <summary>One value of a plan: what it is, who makes it, who reads it, whether it is kept, and where it lies.</summary>
/// <remarks>Passes keep what they need of each value in arrays, by <see cref="Index"/>.</remarks>
internal sealed class PlanValue(ArraySpec spec, int index)
{
    private Layout? layout;
    private PlanValue? owner;

    /// <summary>Shape and element type.</summary>
    public ArraySpec Spec { get; } = spec;

    /// <summary>The place among all values, which are in order of dependence.</summary>
    public int Index { get; } = index;

    /// <summary>The operation that makes it; null for a value that is given.</summary>
    public PlanOperation? Producer { get; set; }

    /// <summary>The node whose value is given, if it is.</summary>
    public Node? Given { get; init; }

    /// <summary>The literal, if the value repeats one.</summary>
    public Constant? Literal { get; init; }

    /// <summary>How often operations read it.</summary>
    public int Readings { get; set; }

    /// <summary>True if something else must not be read before it was computed.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>Whether it outlives the plan.</summary>
    public Keeping Keeping { get; set; }

    /// <summary>True if it must be stored even if nothing in the plan reads it from memory. What is large and perhaps read later is not: storing it costs more than it may save.</summary>
    public bool MustBeStored => IsAwaited || Keeping == Keeping.Yes || (Keeping == Keeping.Guess && Bytes < Node.SmallBytes);

    /// <summary>The operations that must have run before anything reads this; null for none but the producer.</summary>
    public PlanValue[]? Waits { get; set; }

    /// <summary>The value whose memory this one looks at; itself unless it is a view.</summary>
    public PlanValue Owner => owner ?? this;

    /// <summary>Where the value lies in the memory of <see cref="Owner"/>.</summary>
    public Layout Layout => layout ??= Given?.Value?.Layout ?? Layout.RowMajor(Spec.Shape.Lengths);

    /// <summary>The index of the memory while the plan runs; -1 if the value is never stored.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Bytes of the elements.</summary>
    public long Bytes { get; } = spec.Shape.Size * spec.DType.Size;

    /// <summary>Makes this a view of another value.</summary>
    public void LookAt(PlanValue source, Layout view)
    {
        owner = source.Owner;
        layout = view;
    }
}
