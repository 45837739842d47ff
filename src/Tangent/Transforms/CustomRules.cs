namespace Tangent;

/// <summary>A user's rules for a function of some arguments; null where the function's own operations are to be used.</summary>
internal sealed record CustomRules(
    Func<NDArray[], NDArray[], NDArray[]>? Jvp,
    Func<NDArray[], NDArray[], NDArray[], NDArray[]>? Vjp,
    Func<NDArray[], int?[], (NDArray[] Outputs, int?[] Axes)>? Vmap)
{
    private readonly CustomRules? origin;

    /// <summary>The user's own rules, where these are mapped over examples.</summary>
    public CustomRules Origin
    {
        get => origin ?? this;
        private init => origin = value;
    }

    /// <summary>The rules as rules for exact numbers, where the user's see literals of some kinds.</summary>
    public CustomRules Seeing(LiteralKind?[] kinds) => new(
        Jvp is null ? null : (x, dx) => Jvp(LiteralArguments.See(x, kinds), LiteralArguments.See(dx, kinds)),
        Vjp is null ? null : (x, ct, y) => [.. Vjp(LiteralArguments.See(x, kinds), ct, y)
            .Select((value, i) => i < kinds.Length && kinds[i] is not null ? Mx.AsType(value, x[i].DType) : value)],
        Vmap is null ? null : (x, axes) => Vmap(LiteralArguments.See(x, [.. kinds.Select((kind, i) => axes[i] is null ? kind : null)]), axes))
    {
        Origin = Origin,
    };

    /// <summary>
    /// The rules of the function mapped over examples along <paramref name="axes"/>, with all results along axis 0, for
    /// transforms that come after the map. What the rules capture from maps in progress is mapped too.
    /// </summary>
    public CustomRules Batch(int?[] axes, int length)
    {
        Dictionary<Node, Batched> captured = Trace.ReplayedInputs();
        return new(
            Jvp is null ? null : (x, dx) => MapJvp(x, dx, axes, length, captured),
            Vjp is null ? null : (x, ct, y) => MapVjp(x, ct, y, axes, length, captured),
            null)
        {
            Origin = Origin,
        };
    }

    private NDArray[] MapJvp(NDArray[] x, NDArray[] dx, int?[] axes, int length, Dictionary<Node, Batched> captured)
    {
        Batched[] dy = Batching.Through(inner => Jvp!(inner[..x.Length], inner[x.Length..]), [.. x, .. dx], [.. axes, .. axes], captured: captured);
        return [.. dy.Select(result => Batching.Spread(result.Array, result.Axis, 0, length))];
    }

    private NDArray[] MapVjp(NDArray[] x, NDArray[] ct, NDArray[] y, int?[] axes, int length, Dictionary<Node, Batched> captured)
    {
        int?[] front = [.. y.Select(_ => (int?)0)];
        Batched[] result = Batching.Through(
            inner => Vjp!(inner[..x.Length], inner[x.Length..^y.Length], inner[^y.Length..]),
            [.. x, .. ct, .. y],
            [.. axes, .. front, .. front],
            captured: captured);
        // An input that all examples share collects the cotangents of all.
        return [.. result.Select((ctx, i) => axes[i] is { } axis
            ? Batching.Spread(ctx.Array, ctx.Axis, axis, length)
            : Mx.Sum(Batching.Spread(ctx.Array, ctx.Axis, 0, length), 0))];
    }
}
