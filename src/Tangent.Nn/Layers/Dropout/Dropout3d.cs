namespace Tangent.Layers;

/// <summary><see cref="Dropout"/> of whole channels of volumes.</summary>
/// <param name="p">The probability of being dropped, in [0, 1).</param>
[Mlx("nn.Dropout3d")]
public partial class Dropout3d(double p = 0.5) : DropoutLayer("Dropout3d", p)
{
    /// <summary>[D, H, W, C] or [N, D, H, W, C].</summary>
    /// <exception cref="ArgumentException">There are other axes.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireAxes("Dropout3d", x, 4, 5, "[D, H, W, C] or [N, D, H, W, C]");
        return Drop(x, With1(x.Shape, 2, 4));
    }
}
