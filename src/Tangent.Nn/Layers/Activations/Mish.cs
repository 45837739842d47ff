namespace Tangent.Layers;

/// <summary><see cref="Nn.Mish(NDArray)"/> as a layer.</summary>
[Mlx("nn.Mish")]
public partial class Mish : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Mish(x);
}
