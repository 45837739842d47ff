namespace Tangent.Layers;

/// <summary><see cref="Nn.Sigmoid(NDArray)"/> as a layer.</summary>
[Mlx("nn.Sigmoid")]
public partial class Sigmoid : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Sigmoid(x);
}
