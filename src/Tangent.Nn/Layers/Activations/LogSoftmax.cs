namespace Tangent.Layers;

/// <summary><see cref="Nn.LogSoftmax(NDArray, int)"/> as a layer.</summary>
/// <param name="axis">The axis along which probabilities sum to 1.</param>
[Mlx("nn.LogSoftmax")]
public partial class LogSoftmax(int axis = -1) : Unary
{
    /// <summary>The axis along which probabilities sum to 1.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.LogSoftmax(x, Axis);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"axis={Axis}");
}
