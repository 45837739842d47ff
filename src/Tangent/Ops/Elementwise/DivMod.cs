namespace Tangent;

public static partial class Mx
{
    /// <summary>The quotient rounded down and the remainder, so that x is quotient * y + remainder. Not for complex arrays.</summary>
    [Mlx("core.divmod")]
    public static (NDArray Quotient, NDArray Remainder) DivMod(NDArray x, NDArray y)
    {
        Operands.RequireReal("DivMod", x, y);
        return (Binary.Apply<FloorDivide>("DivMod", x, y), Binary.Apply<Remainder>("DivMod", x, y));
    }
}
