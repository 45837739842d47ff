namespace Tangent;

/// <summary>
/// Elements along the last axis divided by their root mean square, the mean taken off before if they are centred; times
/// a weight and plus a bias where there are such inputs, which have the shape of the first.
/// </summary>
internal abstract record Normalization(double Epsilon) : RowComposite
{
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
        NDArray scale = Spread(primitive.Name, nameof(weight), weight ?? Constant.Of(1.0, dtype), x.Shape, dtype);
        NDArray typed = Mx.AsType(x, dtype);
        if (x.Size == 0)
            return typed;
        if (bias is not null)
            return primitive.Apply(typed, scale, Spread(primitive.Name, nameof(bias), bias, x.Shape, dtype));
        return weight is null ? primitive.Apply(typed) : primitive.Apply(typed, scale);
    }

    /// <inheritdoc/>
    public sealed override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public sealed override NDArray Expand(NDArray[] x)
    {
        NDArray y = NormalizationParts.Of(Reduction.Precise(x[0]), IsCentered, Epsilon).Value;
        if (x.Length > 1)
            y *= Reduction.Precise(x[1]);
        if (x.Length > 2)
            y += Reduction.Precise(x[2]);
        return Mx.AsType(y, x[0].DType);
    }

    /// <inheritdoc/>
    public sealed override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? dy = dx[0] is { } tangent ? Push(x[0], tangent) : null;
        if (x.Length > 1 && dy is not null)
            dy *= x[1];
        if (x.Length > 1 && dx[1] is { } scale)
            dy = Tangents.Add(dy, scale * Apply(x[0]));
        return x.Length > 2 ? Tangents.Add(dy, dx[2]) : dy;
    }

    /// <inheritdoc/>
    public sealed override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        var result = new NDArray?[x.Length];
        if (active[0])
            result[0] = Push(x[0], x.Length > 1 ? ct * x[1] : ct);
        if (x.Length > 1 && active[1])
            result[1] = ct * Apply(x[0]);
        if (x.Length > 2)
            result[2] = ct;
        return result;
    }

    /// <inheritdoc/>
    public sealed override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        return new(Apply([.. x.Select((array, i) => Batching.Spread(array, axes[i], 0, length))]), 0);
    }

    // The Jacobian is symmetric: one rule serves both modes.
    private NDArray Push(NDArray x, NDArray dx) => new NormalizationTangent(IsCentered, Epsilon).Apply(x, dx);

    private static NDArray Spread(string function, string argument, NDArray x, Shape shape, DType dtype)
    {
        if (x.Rank > 0 && (x.Rank > 1 || x.Shape[0] != shape[^1]))
            throw new ArgumentException($"{function}: the {argument} has shape {x.Shape}, not [{shape[^1]}], the length of the last axis of x, which has shape {shape}.", argument);
        return Mx.BroadcastTo(Mx.AsType(x, dtype), shape);
    }
}
