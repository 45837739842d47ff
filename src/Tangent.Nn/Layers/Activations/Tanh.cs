namespace Tangent.Layers;

/// <summary><see cref="Nn.Tanh(NDArray)"/> as a layer.</summary>
[Mlx("nn.Tanh")]
public partial class Tanh : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Tanh(x);
}
