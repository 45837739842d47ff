namespace Tangent.Layers;

/// <summary><see cref="Nn.Relu6(NDArray)"/> as a layer.</summary>
[Mlx("nn.ReLU6")]
public partial class ReLU6 : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Relu6(x);
}
