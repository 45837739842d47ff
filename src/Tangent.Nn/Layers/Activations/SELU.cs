namespace Tangent.Layers;

/// <summary><see cref="Nn.Selu(NDArray)"/> as a layer.</summary>
[Mlx("nn.SELU")]
public partial class SELU : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Selu(x);
}
