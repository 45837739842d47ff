namespace Tangent;

/// <summary>The places of an array that count, as a bool mask of its shape that is made when it is first needed.</summary>
internal sealed class Support
{
    private readonly Support[] inputs;
    private readonly Func<NDArray[], NDArray> make;
    private readonly (Support? Within, Node Condition, bool Holds)? choice;
    private NDArray? mask;

    /// <summary>The places where a mask is true.</summary>
    public Support(Func<NDArray> make) : this([], _ => make())
    {
    }

    private Support(Support[] inputs, Func<NDArray[], NDArray> make, (Support? Within, Node Condition, bool Holds)? choice = null)
    {
        this.inputs = inputs;
        this.make = make;
        this.choice = choice;
    }

    /// <summary>True where the element counts. Supports may be made of others in a long row, so nothing recurses here.</summary>
    public NDArray Mask
    {
        get
        {
            foreach (Support support in GraphSort.Order<Support>([this], support => support.mask is null ? support.inputs : []))
                support.mask ??= support.make([.. support.inputs.Select(input => input.mask!)]);
            return mask!;
        }
    }

    /// <summary>The places where a condition holds, or where it does not.</summary>
    public static Support Where(NDArray condition, bool holds) =>
        new([], _ => holds ? condition : Mx.LogicalNot(condition), (null, condition.Node, holds));

    /// <summary>The places that count in both; null is everywhere.</summary>
    public static Support? Both(Support? x, Support? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
            return x ?? y;
        (Support?, Node, bool)? within = x.choice is { Within: null } own ? (y, own.Condition, own.Holds) : null;
        return new([x, y], masks => Mx.LogicalAnd(masks[0], masks[1]), within);
    }

    /// <summary>The places that count in either; null is everywhere. The two sides of a choice make up the whole.</summary>
    public static Support? Either(Support? x, Support? y)
    {
        if (x is null || y is null)
            return null;
        if (ReferenceEquals(x, y))
            return x;
        if (x.choice is { } first && y.choice is { } second && first == (second.Within, second.Condition, !second.Holds))
            return first.Within;
        return new([x, y], masks => Mx.LogicalOr(masks[0], masks[1]));
    }

    /// <summary>The support of an array that is arranged differently.</summary>
    public Support Arranged(Func<NDArray, NDArray> arrange) => new([this], masks => arrange(masks[0]));
}
