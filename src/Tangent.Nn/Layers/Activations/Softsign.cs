namespace Tangent.Layers;

/// <summary><see cref="Nn.Softsign(NDArray)"/> as a layer.</summary>
[Mlx("nn.Softsign")]
public partial class Softsign : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Softsign(x);
}
