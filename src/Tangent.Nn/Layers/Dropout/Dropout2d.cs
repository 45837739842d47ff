namespace Tangent.Layers;

/// <summary><see cref="Dropout"/> of whole channels of images.</summary>
/// <param name="p">The probability of being dropped, in [0, 1).</param>
[Mlx("nn.Dropout2d")]
public partial class Dropout2d(double p = 0.5) : DropoutLayer("Dropout2d", p)
{
    /// <summary>[H, W, C] or [N, H, W, C].</summary>
    /// <exception cref="ArgumentException">There are other axes.</exception>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireAxes("Dropout2d", x, 3, 4, "[H, W, C] or [N, H, W, C]");
        return Drop(x, With1(x.Shape, 2, 3));
    }
}
