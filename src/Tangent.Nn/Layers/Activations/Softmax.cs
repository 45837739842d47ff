namespace Tangent.Layers;

/// <summary><see cref="Nn.Softmax(NDArray, int)"/> as a layer.</summary>
/// <param name="axis">The axis along which the result sums to 1.</param>
[Mlx("nn.Softmax")]
public partial class Softmax(int axis = -1) : Unary
{
    /// <summary>The axis along which the result sums to 1.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Softmax(x, Axis);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"axis={Axis}");
}
