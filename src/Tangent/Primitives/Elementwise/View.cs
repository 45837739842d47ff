using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The bytes of an array taken as elements of another type. Where the sizes differ the last axis grows or shrinks.
    /// Any byte but 0 becomes true in a view as bool.
    /// </summary>
    /// <exception cref="ArgumentException">The last axis does not hold a whole number of the new elements.</exception>
    [Mlx("core.view")]
    public static NDArray View(NDArray x, DType dtype)
    {
        if (x.DType == dtype)
            return x.Share();
        if (dtype == DType.Bool)
            return NotEqual(View(x, DType.UInt8), 0);
        return new View(dtype).Apply(x);
    }
}

/// <summary>
/// The same bytes as elements of another type. Between complex64 and float32 that is linear over the real numbers; between
/// other floating types it has no derivative.
/// </summary>
internal sealed record View(DType DType) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(DType), DType)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        int from = x[0].DType.Size;
        Shape shape = x[0].Shape;
        if (from == DType.Size)
            return new(shape, DType);
        if (shape.Rank == 0)
            throw new ArgumentException($"View: a scalar of {x[0].DType.Name()} cannot become {DType.Name()}, which has another size.");
        long bytes = (long)shape[^1] * from;
        if (bytes % DType.Size != 0)
            throw new ArgumentException($"View: the last axis of shape {shape} holds {bytes} bytes of {x[0].DType.Name()}, no whole number of {DType.Name()}.");
        return new(shape.With(shape.Rank - 1, checked((int)(bytes / DType.Size))), DType);
    }

    /// <inheritdoc/>
    public override Kernels.Kernel Lower(Node[] x, ArraySpec y) => new Kernels.ReinterpretKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        RequireLinear(x[0].DType, "Jvp");
        return base.Jvp(x, dx, y);
    }

    /// <summary>The product of complex numbers pairs imaginary parts with a minus sign, that of their parts does not.</summary>
    public override NDArray Transpose(NDArray ct, ArraySpec x)
    {
        RequireLinear(x.DType, "Transpose");
        return Mx.Conjugate(Mx.View(Mx.Conjugate(ct), x.DType));
    }

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        NDArray front = Batching.Move(new(x[0], axes[0]), 0);
        return front.Rank == 1 && front.DType.Size != DType.Size
            ? throw new ArgumentException($"View: a scalar of {front.DType.Name()} cannot become {DType.Name()}, which has another size.")
            : new(Apply(front), 0);
    }

    private void RequireLinear(DType from, string transform)
    {
        if ((from, DType) is not ((DType.Float32, DType.Complex64) or (DType.Complex64, DType.Float32)))
            throw new MissingRuleException($"{Name} from {from.Name()} to {DType.Name()}", transform);
    }
}
