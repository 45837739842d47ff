namespace Tangent;

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

    /// <summary>Minus each element.</summary>
    [Mlx("core.array.__neg__")]
    public static NDArray operator -(NDArray x) => Mx.Negative(x);
}
