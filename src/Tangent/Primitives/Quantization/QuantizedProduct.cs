using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// [..., m, k] times a quantised matrix or its transpose: inputs x, words, scales and, if the format has them, biases. Linear in x, and in scales
/// and biases together. What the kernel does not know, and the cotangents of scales and biases, go by way of the numbers.
/// </summary>
internal abstract record QuantizedProduct(QuantizationMode Mode, int GroupSize, int Bits, bool IsTransposed) : Composite
{
    /// <summary>How the matrix is stored.</summary>
    protected QuantizationFormat Format => new(Mode, GroupSize, Bits);

    /// <inheritdoc/>
    public sealed override ArraySpec Infer(Node[] x)
    {
        int width = IsTransposed ? x[1].Shape[^2] : checked(x[2].Shape[^1] * GroupSize);
        return new(x[0].Shape.With(x[0].Shape.Rank - 1, width), x[0].DType);
    }

    /// <inheritdoc/>
    public sealed override bool HasKernel(Node[] x) =>
        x[0].DType is DType.Float32 or DType.Float16 or DType.BFloat16 && x[0].Shape.Size > 0 && x[1].Shape.Size > 0;

    /// <inheritdoc/>
    public sealed override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? ofX = dx[0] is { } tangent ? Apply([tangent, .. x[1..]]) : null;
        if (!Format.HasBiases || (dx[2] is null && dx[3] is null))
            return ofX;
        NDArray ofScales = Apply([x[0], x[1], Tangents.OrZeros(dx[2], x[2].Spec), Tangents.OrZeros(dx[3], x[3].Spec), .. x[4..]]);
        return Tangents.Add(ofX, ofScales);
    }

    /// <inheritdoc/>
    public sealed override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        bool[] others = [false, .. active[1..]];
        NDArray?[] result = Array.Exists(others, isActive => isActive) ? base.Vjp(x, others, y, ct) : new NDArray?[x.Length];
        if (active[0])
            result[0] = Adjoint.Apply([ct, .. x[1..]]);
        return result;
    }

    /// <inheritdoc/>
    public sealed override Linearity LinearityIn(int input, int count) => input switch
    {
        0 => Linearity.Alone,
        2 or 3 when Format.HasBiases => Linearity.Together,
        _ => Linearity.None,
    };

    /// <inheritdoc/>
    public sealed override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs)
    {
        if (x[0] is not null)
            return base.Transpose(ct, x, inputs);
        var result = new NDArray?[x.Length];
        result[0] = Adjoint.Apply([ct, .. x[1..].Select(Known)]);
        return result;
    }

    /// <inheritdoc/>
    public sealed override Batched Vmap(NDArray[] x, int?[] axes) =>
        Array.TrueForAll(axes[1..], axis => axis is null) ? MapRows(x, axes[0]!.Value) : MapAll(x, axes);

    /// <summary>The product with the matrix the other way round.</summary>
    protected abstract QuantizedProduct Adjoint { get; }

    /// <summary>The operation on a batch where more than x differs from example to example.</summary>
    protected abstract Batched MapAll(NDArray[] x, int?[] axes);

    // The matrices are shared: the examples are further rows.
    private Batched MapRows(NDArray[] x, int axis)
    {
        int place = x[0].Rank - 3;
        NDArray moved = Batching.Move(new(x[0], axis), place);
        NDArray y = Apply([Batching.Merge(moved, place), .. x[1..]]);
        return new(Batching.Split(y, place, moved.Shape[place], moved.Shape[place + 1]), place);
    }
}
