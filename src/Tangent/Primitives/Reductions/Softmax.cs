using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// exp(x) divided by its sum over some axes, or all, without overflow. Integers become float32; 16-bit types are
    /// computed in float32 and rounded once.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="axis">The axes over which the result sums to 1.</param>
    /// <param name="precise">Accepted for MLX's sake: the computation is precise in any case.</param>
    [Mlx("core.softmax")]
    public static NDArray Softmax(NDArray x, Axes? axis = null, bool precise = false)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        Axes axes = new(Axes.Normalize("Softmax", axis, x.Rank));
        return x.Size == 0 ? inexact.Share() : new Softmax(axes).Apply(inexact);
    }
}

/// <summary>exp(x) / sum(exp(x)), the sum over axes.</summary>
internal sealed record Softmax(Axes Axes) : RowComposite
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axes), Axes)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray precise = Folding.Precise(x[0]);
        NDArray largest = Mx.AsType(Mx.Max(Mx.Real(precise), Axes), precise.DType);
        NDArray power = Mx.Exp(precise - Folding.Spread(largest, Axes, precise.Shape));
        NDArray scale = Mx.Reciprocal(Mx.Sum(power, Axes));
        return Mx.AsType(power * Folding.Spread(scale, Axes, precise.Shape), x[0].DType);
    }

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Push(dx[0]!, y);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [Push(ct, y)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int batch = axes[0]!.Value;
        return new(new Softmax(Folding.Shift(Axes, batch)).Apply(x[0]), batch);
    }

    // The Jacobian is symmetric: one rule serves both modes.
    private NDArray Push(NDArray dx, NDArray y) => new SoftmaxTangent(Axes).Apply(y, dx);
}
