namespace Tangent.Layers;

/// <summary><see cref="Nn.Softplus(NDArray)"/> as a layer.</summary>
[Mlx("nn.Softplus")]
public partial class Softplus : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Softplus(x);
}
