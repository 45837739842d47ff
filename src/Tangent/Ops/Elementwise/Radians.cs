namespace Tangent;

public static partial class Mx
{
    /// <summary>Angles in degrees as radians; integers become float32.</summary>
    [Mlx("core.radians")]
    public static NDArray Radians(NDArray x) => Elementwise.ToInexact(x) * (Math.PI / 180);
}
