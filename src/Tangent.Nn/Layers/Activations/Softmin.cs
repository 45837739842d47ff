namespace Tangent.Layers;

/// <summary><see cref="Nn.Softmin(NDArray, int)"/> as a layer.</summary>
/// <param name="axis">The axis along which the result sums to 1.</param>
[Mlx("nn.Softmin")]
public partial class Softmin(int axis = -1) : Unary
{
    /// <summary>The axis along which the result sums to 1.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Softmin(x, Axis);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"axis={Axis}");
}
