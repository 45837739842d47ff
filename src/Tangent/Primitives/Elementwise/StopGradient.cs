namespace Tangent;

public static partial class Mx
{
    /// <summary>The same values, taken as constant by every derivative.</summary>
    /// <example><code>
    /// Console.WriteLine(Mx.Grad(v => v * Mx.StopGradient(v))(3f)); // array(3, dtype=float32)
    /// </code></example>
    [Mlx("core.stop_gradient")]
    public static NDArray StopGradient(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Literal is { } literal
            ? literal.Source is { } source ? Literals.Of(StopGradient(source.Handle()), new LiteralKind(literal)) : x.Share()
            : Shared<StopGradient>.Instance.Apply(x);
    }
}

/// <summary>x, with a derivative of zero. It costs nothing: loops fuse through it.</summary>
internal sealed record StopGradient : Composite
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x) => x[0];

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Alone;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [Mx.StopGradient(ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
