using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements of <paramref name="x"/> to the power of those of <paramref name="y"/>, after promotion and broadcasting.
    /// Integers wrap around and give 0 for a negative exponent; complex numbers give the principal value.
    /// </summary>
    [Mlx("core.power")]
    [Mlx("core.pow")]
    [Mlx("core.array.__pow__")]
    [MethodImpl(MethodImplOptions.NoInlining)] // see Binary
    public static NDArray Power(NDArray x, NDArray y)
    {
        Elementwise.Align("Power", ref x, ref y);
        return Literals.NumberOf(y) switch
        {
            1 => x.Share(),
            2 => Square(x),
            3 => x * Square(x),
            -1 when x.DType.IsInexact => Reciprocal(x),
            _ => x.Literal is null ? Shared<Power>.Instance.Apply(x, y) : Literals.Apply(Shared<Power>.Instance, x, y),
        };
    }
}

/// <summary>x^y</summary>
internal sealed record Power : Binary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Power;

    /// <inheritdoc/>
    protected override NDArray? DerivativeX(NDArray x, NDArray y, NDArray z)
    {
        if (Literals.NumberOf(y) is { } exponent)
            return exponent == 0 ? null : exponent * Mx.Power(x, exponent - 1);
        // Where both are 0 the slope is 0; y·x^(y-1) would be 0 times infinity.
        NDArray isFlat = Mx.LogicalAnd(Mx.Equal(x, 0), Mx.Equal(y, 0));
        return y * Mx.Where(isFlat, 0, Mx.Power(x, y - 1));
    }

    /// <summary>x^y·log(x). Where x is 0 the slope is taken as 0, as it is for positive y; for negative y the value is infinite.</summary>
    protected override NDArray? DerivativeY(NDArray x, NDArray y, NDArray z)
    {
        if (!x.DType.IsComplex && Literals.NumberOf(x) is { } number)
            return number == 0 ? null : z * Math.Log(number);
        NDArray isZero = Mx.Equal(x, 0);
        return Mx.Where(isZero, 0, z * Mx.Log(Mx.Where(isZero, 1, x)));
    }
}
