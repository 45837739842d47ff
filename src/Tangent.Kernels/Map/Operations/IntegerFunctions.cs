using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Functions of integers that vector hardware lacks. None of them throws.</summary>
internal static class IntegerFunctions
{
    /// <summary>The quotient rounded down; 0 if <paramref name="y"/> is 0.</summary>
    public static T FloorDivide<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (y == T.Zero)
            return T.Zero;
        if (y == unchecked(-T.One) && T.IsNegative(y))
            return unchecked(-x); // The smallest integer wraps around, where the hardware's division would trap.
        T quotient = x / y;
        return T.IsNegative(x) != T.IsNegative(y) && quotient * y != x ? quotient - T.One : quotient;
    }

    /// <summary>The remainder of <see cref="FloorDivide"/>, with the sign of <paramref name="y"/>; 0 if that is 0.</summary>
    public static T Remainder<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> =>
        y == T.Zero ? T.Zero : unchecked(x - FloorDivide(x, y) * y);

    /// <summary>x to the power y by squaring, wrapping around; 0 for a negative exponent.</summary>
    public static T Power<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (T.IsNegative(y))
            return T.Zero;
        T result = T.One;
        for (T exponent = y; exponent != T.Zero; exponent >>= 1)
        {
            if (T.IsOddInteger(exponent))
                result = unchecked(result * x);
            x = unchecked(x * x);
        }
        return result;
    }

    /// <summary>x·2^y; 0 if y is negative or not below the number of bits.</summary>
    public static T ShiftLeft<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> =>
        IsShift(y) ? x << int.CreateTruncating(y) : T.Zero;

    /// <summary>x/2^y rounded down, for any y that is too large too; a negative y counts as too large.</summary>
    public static T ShiftRight<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> =>
        IsShift(y) ? x >> int.CreateTruncating(y) : T.IsNegative(x) ? unchecked(-T.One) : T.Zero;

    private static unsafe bool IsShift<T>(T y)
        where T : unmanaged, IBinaryInteger<T> =>
        !T.IsNegative(y) && y < T.CreateChecked(sizeof(T) * 8);
}
