namespace Tangent.Layers;

/// <summary><see cref="Nn.Glu(NDArray, int)"/> as a layer.</summary>
/// <param name="axis">The axis whose second half gates the first.</param>
[Mlx("nn.GLU")]
public partial class GLU(int axis = -1) : Unary
{
    /// <summary>The axis whose second half gates the first.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Glu(x, Axis);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"axis={Axis}");
}
