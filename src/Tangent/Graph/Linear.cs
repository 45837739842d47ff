namespace Tangent;

/// <summary>Linear in its first input, not differentiable in the others (indices): the tangent goes through the same operation.</summary>
internal abstract record Linear : Primitive
{
    /// <summary>The cotangent of the linear input, which has the shape and type <paramref name="x"/>.</summary>
    public virtual NDArray Transpose(NDArray ct, ArraySpec x) => throw new MissingRuleException(Name, "Transpose");

    /// <summary>The cotangent of the linear input where it depends on the other inputs; by default it does not.</summary>
    public virtual NDArray Transpose(NDArray ct, NDArray?[] x, ArraySpec input) => Transpose(ct, input);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => dx[0] is { } tangent ? Apply([tangent, .. x[1..]]) : null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        var result = new NDArray?[x.Length];
        if (active[0])
            result[0] = Transpose(ct, x, x[0].Spec);
        return result;
    }

    /// <inheritdoc/>
    public sealed override Linearity LinearityIn(int input, int count) => input == 0 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override bool KeepsZeros(int input, int count) => true;

    /// <inheritdoc/>
    public sealed override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs)
    {
        var result = new NDArray?[x.Length];
        result[0] = Transpose(ct, x, inputs[0]);
        return result;
    }
}
