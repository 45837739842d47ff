namespace Tangent.Layers;

/// <summary><see cref="Nn.Relu2(NDArray)"/> as a layer.</summary>
[Mlx("nn.ReLU2")]
public partial class ReLU2 : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Relu2(x);
}
