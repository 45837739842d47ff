namespace Tangent.Layers;

/// <summary><see cref="Nn.Silu(NDArray)"/> as a layer.</summary>
[Mlx("nn.SiLU")]
public partial class SiLU : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Silu(x);
}
