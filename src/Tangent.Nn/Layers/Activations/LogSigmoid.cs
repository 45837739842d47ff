namespace Tangent.Layers;

/// <summary><see cref="Nn.LogSigmoid(NDArray)"/> as a layer.</summary>
[Mlx("nn.LogSigmoid")]
public partial class LogSigmoid : Unary
{
    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.LogSigmoid(x);
}
