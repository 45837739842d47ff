using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Functions of integers that vector hardware lacks. None of them throws.</summary>
internal static class IntegerFunctions
{
    /// <summary>The quotient rounded down; 0 if the divisor is 0.</summary>
    public readonly struct FloorDivide : IIntegerFunction
    {
        public static T Apply<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T>
        {
            if (y == T.Zero)
                return T.Zero;
            if (y == unchecked(-T.One) && T.IsNegative(y))
                return unchecked(-x); // The smallest integer wraps around, where the hardware's division would trap.
            T quotient = x / y;
            return T.IsNegative(x) != T.IsNegative(y) && quotient * y != x ? quotient - T.One : quotient;
        }
    }

    /// <summary>The remainder of <see cref="FloorDivide"/>, with the sign of the divisor; 0 if that is 0.</summary>
    public readonly struct Remainder : IIntegerFunction
    {
        public static T Apply<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T> =>
            y == T.Zero ? T.Zero : unchecked(x - FloorDivide.Apply(x, y) * y);
    }

    /// <summary>x to the power y by squaring, wrapping around; 0 for a negative exponent.</summary>
    public readonly struct Power : IIntegerFunction
    {
        public static T Apply<T>(T x, T y)
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
    }

    /// <summary>x·2^y; 0 if y is negative or not below the number of bits.</summary>
    public readonly struct ShiftLeft : IIntegerFunction
    {
        public static T Apply<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T> =>
            IsShift(y) ? x << int.CreateTruncating(y) : T.Zero;
    }

    /// <summary>x/2^y rounded down, for any y that is too large too; a negative y counts as too large.</summary>
    public readonly struct ShiftRight : IIntegerFunction
    {
        public static T Apply<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T> =>
            IsShift(y) ? x >> int.CreateTruncating(y) : T.IsNegative(x) ? unchecked(-T.One) : T.Zero;
    }

    private static unsafe bool IsShift<T>(T y)
        where T : unmanaged, IBinaryInteger<T> =>
        !T.IsNegative(y) && y < T.CreateChecked(sizeof(T) * 8);
}
