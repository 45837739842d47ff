namespace Tangent;

public static partial class Mx
{
    /// <summary>Angles in radians as degrees; integers become float32.</summary>
    [Mlx("core.degrees")]
    public static NDArray Degrees(NDArray x) => Elementwise.ToInexact(x) * (180 / Math.PI);
}
