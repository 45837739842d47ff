namespace Tangent;

/// <content>Operators. All of them work element by element, after promotion and broadcasting.</content>
public sealed partial class NDArray
{
    /// <summary>The sum, element by element.</summary>
    [Mlx("core.array.__add__")]
    public static NDArray operator +(NDArray x, NDArray y) => Mx.Add(x, y);

    /// <summary>The difference, element by element.</summary>
    [Mlx("core.array.__sub__")]
    public static NDArray operator -(NDArray x, NDArray y) => Mx.Subtract(x, y);

    /// <summary>The product, element by element.</summary>
    [Mlx("core.array.__mul__")]
    public static NDArray operator *(NDArray x, NDArray y) => Mx.Multiply(x, y);

    /// <summary>The quotient, element by element; integers become float32.</summary>
    [Mlx("core.array.__truediv__")]
    public static NDArray operator /(NDArray x, NDArray y) => Mx.Divide(x, y);

    /// <summary>The remainder of the division rounded down, with the sign of <paramref name="y"/>.</summary>
    [Mlx("core.array.__mod__")]
    public static NDArray operator %(NDArray x, NDArray y) => Mx.Remainder(x, y);

    /// <summary>The conjunction of integers or bool, bit by bit.</summary>
    [Mlx("core.array.__and__")]
    public static NDArray operator &(NDArray x, NDArray y) => Mx.BitwiseAnd(x, y);

    /// <summary>The disjunction of integers or bool, bit by bit.</summary>
    [Mlx("core.array.__or__")]
    public static NDArray operator |(NDArray x, NDArray y) => Mx.BitwiseOr(x, y);

    /// <summary>The exclusive disjunction of integers or bool, bit by bit. For powers see <see cref="Mx.Power"/>.</summary>
    [Mlx("core.array.__xor__")]
    public static NDArray operator ^(NDArray x, NDArray y) => Mx.BitwiseXor(x, y);

    /// <summary>The bits of integers moved up.</summary>
    [Mlx("core.array.__lshift__")]
    public static NDArray operator <<(NDArray x, NDArray y) => Mx.LeftShift(x, y);

    /// <summary>The bits of integers moved down; negative numbers keep their sign.</summary>
    [Mlx("core.array.__rshift__")]
    public static NDArray operator >>(NDArray x, NDArray y) => Mx.RightShift(x, y);

    /// <summary>The elements themselves.</summary>
    public static NDArray operator +(NDArray x) => Mx.Positive(x);

    /// <summary>Minus each element.</summary>
    [Mlx("core.array.__neg__")]
    public static NDArray operator -(NDArray x) => Mx.Negative(x);

    /// <summary>Integers with every bit inverted; of bool the negation.</summary>
    [Mlx("core.array.__invert__")]
    public static NDArray operator ~(NDArray x) => Mx.BitwiseInvert(x);
}
