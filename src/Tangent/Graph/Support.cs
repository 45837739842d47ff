namespace Tangent;

/// <summary>The places of an array that count, as a bool mask of its shape that is made when it is first needed.</summary>
internal sealed class Support
{
    private readonly Support[] inputs;
    private readonly Func<NDArray[], NDArray>? make;
    private readonly (Support? Within, Node Condition, bool Holds)? choice;
    // Places that count alone, as far as they are known when the graph is made.
    private readonly Places? places;
    // What counts without them, of the whole, in an array that was written into: places, if they are known.
    private readonly (Support? Whole, Places? Places)? missing;
    private NDArray? mask;

    /// <summary>The places where a mask is true.</summary>
    public Support(Func<NDArray> make) : this([], _ => make())
    {
    }

    private Support(Places places)
    {
        inputs = [];
        this.places = places;
    }

    private Support(Support? whole, Shape shape, Func<NDArray, NDArray> clear, (Support? Whole, Places? Places) missing)
        : this(whole is null ? [] : [whole], masks => clear(whole is null ? Mx.Full(shape, true) : masks[0])) => this.missing = missing;

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
            foreach (Support support in GraphSort.Order([this], support => support.mask is null ? support.inputs : [], new HashSet<Support>().Add))
                support.mask ??= support.Make();
            return mask!;
        }
    }

    /// <summary>The places where a condition holds, or where it does not.</summary>
    public static Support Where(NDArray condition, bool holds) =>
        new([], _ => holds ? condition : Mx.LogicalNot(condition), (null, condition.Node, holds));

    /// <summary>A region of an array of a shape; null if that is all of it.</summary>
    public static Support? Of(Region region, Shape shape) => region.Shape.Size == shape.Size ? null : new Support(Places.Of(region, shape));

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
        if (x.places is { } some && y.places is { } others && some.Plus(others) is { } all)
            return Of(all);
        return new([x, y], masks => Mx.LogicalOr(masks[0], masks[1]));
    }

    /// <summary>The places of <paramref name="whole"/>, and those of a region of it that count in <paramref name="part"/>; null is everywhere.</summary>
    public static Support? EitherInRegion(Support? whole, Support? part, Region region, Shape shape)
    {
        if (whole?.missing is { Whole: null, Places: { } places } && places.Contain(region) is false)
            return whole;
        if (part is null && whole?.places?.Plus(region.Undropped) is { } both)
            return Of(both);
        if (whole is null || part is null)
            return Either(whole, part is null ? Of(region, shape) : part);
        return WithRegion(whole, part, region);
    }

    /// <summary>The support of a region of an array.</summary>
    public static Support? InRegion(Support? support, Region region)
    {
        if (support?.places?.Contain(region) is { } counts)
            return counts ? null : Nothing(region.Part);
        if (support?.missing is not { } missing)
            return support?.Arranged(Slice.Of, region);
        return missing.Places?.Contain(region) switch
        {
            true => Nothing(region.Part),
            null when missing.Places is not null => support.Arranged(Slice.Of, region),
            _ => InRegion(missing.Whole, region),
        };
    }

    /// <summary>The support of an array of which a region was written over; null is everywhere.</summary>
    public static Support Without(Support? support, Region region, Shape shape)
    {
        var places = Places.Of(region, shape);
        if (support?.missing is not { Places: { } before })
            return new(support, shape, places.Cleared, (support, places));
        if (before.Plus(places) is { } both)
            return new(support.missing.Value.Whole, shape, both.Cleared, (support.missing.Value.Whole, both));
        return Without(support, shape, places.Cleared);
    }

    /// <summary>The support of an array that was written into at places that only evaluation knows: <paramref name="clear"/> makes a mask false there.</summary>
    public static Support Without(Support? support, Shape shape, Func<NDArray, NDArray> clear) => new(support, shape, clear, (Whole(support), null));

    /// <summary>More than the support: what it was before anything was written over. The masks of all versions of an array in a loop would cost the array in each turn.</summary>
    public static Support? Whole(Support? support) => support?.missing is { } missing ? missing.Whole : support;

    /// <summary>The places of a linear operation's input that reach those of its result, where the operation adds elements up or only moves them.</summary>
    /// <param name="support">The places of the result that count; null is everywhere.</param>
    /// <param name="y">The shape of the result.</param>
    /// <param name="transpose">The transpose of the operation.</param>
    public static Support Reaching(Support? support, Shape y, Func<NDArray, NDArray> transpose) => support is null
        ? new(() => Mx.NotEqual(transpose(Mx.Ones(y, DType.Int32)), 0))
        : support.Arranged(mask => Mx.NotEqual(transpose(Mx.AsType(mask, DType.Int32)), 0));

    /// <summary>The support of an array that is arranged differently, by a function that is told <paramref name="with"/> too.</summary>
    /// <remarks>Who makes a function of its own of the two makes it for every node, since C# does so where a method begins.</remarks>
    public Support Arranged<T>(Func<NDArray, T, NDArray> arrange, T with) => Arranged(mask => arrange(mask, with));

    /// <summary>The support of an array that is arranged differently.</summary>
    public Support Arranged(Func<NDArray, NDArray> arrange) => new([this], masks => arrange(masks[0]));

    private static Support? Of(Places places) => places.AreAll ? null : new Support(places);

    private NDArray Make() => places is null ? make!([.. inputs.Select(input => input.mask!)]) : places.Written(Mx.Full(places.Shape, false), true);

    private static Support WithRegion(Support whole, Support part, Region region) =>
        new([whole, part], masks => SliceUpdate.Of(masks[0], Mx.LogicalOr(Slice.Of(masks[0], region), masks[1]), region));

    private static Support Nothing(Shape shape) => new(() => Mx.Full(shape, false));
}
