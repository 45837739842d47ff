using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Elements along the last axis divided by their root mean square, the mean taken off before if they are centred; times
/// a weight and plus a bias where there are such inputs, each with one number for every place of the axis.
/// </summary>
internal abstract record Normalization(double Epsilon) : RowComposite
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Epsilon), Epsilon)];

    /// <summary>True if the mean is taken off first.</summary>
    protected abstract bool IsCentered { get; }

    /// <summary>Normalises by the rules of <c>fast</c>: one type for all, weight and bias one number a place of the last axis.</summary>
    protected static NDArray Apply(Normalization primitive, NDArray x, NDArray? weight, NDArray? bias)
    {
        if (x.Rank == 0)
            throw new ArgumentException($"{primitive.Name}: x has no axis to normalise along.", nameof(x));
        NDArray?[] inputs = [x, weight, bias];
        DType dtype = Mx.ResultType([.. inputs.Where(input => input is not null).Select(input => input!.DType)]);
        if (!dtype.IsInexact || dtype.IsComplex)
            throw new ArgumentException($"{primitive.Name}: the arrays have the type {dtype.Name()}, not a real floating type.", nameof(x));
        NDArray typed = Mx.AsType(x, dtype);
        NDArray scale = Places(primitive.Name, nameof(weight), weight ?? Constant.Of(1.0, dtype), x.Shape, dtype);
        if (bias is not null)
            return primitive.Apply(typed, scale, Places(primitive.Name, nameof(bias), bias, x.Shape, dtype));
        return weight is null ? primitive.Apply(typed) : primitive.Apply(typed, scale);
    }

    /// <inheritdoc/>
    public sealed override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public sealed override NDArray Expand(NDArray[] x)
    {
        NDArray y = NormalizationParts.Of(Folding.Precise(x[0]), IsCentered, Epsilon).Value;
        if (x.Length > 1)
            y *= Repeat(Folding.Precise(x[1]), x[0]);
        if (x.Length > 2)
            y += Repeat(Folding.Precise(x[2]), x[0]);
        return Mx.AsType(y, x[0].DType);
    }

    /// <inheritdoc/>
    public sealed override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? dy = dx[0] is { } tangent ? Push(x[0], tangent) : null;
        if (x.Length > 1 && dy is not null)
            dy *= Repeat(x[1], x[0]);
        if (x.Length > 1 && dx[1] is { } scale)
            dy = Tangents.Add(dy, Repeat(scale, x[0]) * Apply(x[0]));
        return x.Length > 2 && dx[2] is { } shift ? Tangents.Add(dy, Repeat(shift, x[0])) : dy;
    }

    /// <inheritdoc/>
    public sealed override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        if (x.Length == 1)
            return [Push(x[0], ct)];
        if (!active.AsSpan(1).Contains(true))
            return [Push(x[0], ct * Repeat(x[1], x[0])), .. new NDArray?[x.Length - 1]];
        return new NormalizationCotangents(IsCentered, Epsilon).ApplyAll([x[0], ct, x[1]])[..x.Length];
    }

    /// <inheritdoc/>
    public sealed override Batched Vmap(NDArray[] x, int?[] axes)
    {
        if (axes.AsSpan(1).ContainsAnyExcept((int?)null))
            return base.Vmap(x, axes);
        return new(Apply([Batching.Move(new(x[0], axes[0]), 0), .. x[1..]]), 0);
    }

    /// <summary>One number a place of the last axis, repeated for all rows.</summary>
    private static NDArray Repeat(NDArray x, NDArray rows) => Mx.BroadcastTo(x, rows.Shape);

    // The Jacobian is symmetric: one rule serves both modes.
    private NDArray Push(NDArray x, NDArray dx) => new NormalizationTangent(IsCentered, Epsilon).Apply(x, dx);

    private static NDArray Places(string function, string argument, NDArray x, Shape shape, DType dtype)
    {
        if (x.Rank > 0 && (x.Rank > 1 || x.Shape[0] != shape[^1]))
            throw new ArgumentException($"{function}: the {argument} has shape {x.Shape}, not [{shape[^1]}], the length of the last axis of x, which has shape {shape}.", argument);
        return Mx.BroadcastTo(Mx.AsType(x, dtype), shape[^1]);
    }
}
