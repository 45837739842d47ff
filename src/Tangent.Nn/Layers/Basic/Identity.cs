namespace Tangent.Layers;

/// <summary>A layer that changes nothing: a place where another could stand. Whatever it is made with is ignored.</summary>
[Mlx("nn.Identity")]
public partial class Identity : Unary
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="ignored">What the layer that could stand there would be made with.</param>
    public Identity(params object?[] ignored) => _ = ignored;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Share();
    }
}
