namespace Tangent.Layers;

/// <summary><see cref="Nn.Relu(NDArray)"/> as a layer.</summary>
[Mlx("nn.ReLU")]
public partial class ReLU : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Relu(x);
}
