namespace Tangent.Layers;

/// <summary><see cref="Nn.Hardswish(NDArray)"/> as a layer.</summary>
[Mlx("nn.Hardswish")]
public partial class Hardswish : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Hardswish(x);
}
