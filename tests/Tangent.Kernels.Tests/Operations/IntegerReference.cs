using System.Numerics;

namespace Tangent.Kernels.Tests.Operations;

/// <summary>Integer operations without bounds, wrapped around to the type at the end.</summary>
internal static class IntegerReference
{
    public static T Unary<T>(ScalarOp op, T value) where T : unmanaged, IBinaryInteger<T>
    {
        var x = BigInteger.CreateChecked(value);
        return T.CreateTruncating(op switch
        {
            ScalarOp.Negate => -x,
            ScalarOp.Abs => BigInteger.Abs(x),
            ScalarOp.Sign => x.Sign,
            ScalarOp.Square => x * x,
            ScalarOp.Not => -x - 1,
            ScalarOp.Floor or ScalarOp.Ceiling or ScalarOp.Truncate or ScalarOp.Round => x,
            _ => throw new ArgumentException($"{op}", nameof(op)),
        });
    }

    public static T Binary<T>(ScalarOp op, T left, T right) where T : unmanaged, IBinaryInteger<T>
    {
        BigInteger x = BigInteger.CreateChecked(left), y = BigInteger.CreateChecked(right);
        return T.CreateTruncating(op switch
        {
            ScalarOp.Add => x + y,
            ScalarOp.Subtract => x - y,
            ScalarOp.Multiply => x * y,
            ScalarOp.FloorDivide => y.IsZero ? 0 : Floor(x, y),
            ScalarOp.Remainder => y.IsZero ? 0 : x - Floor(x, y) * y,
            ScalarOp.Power => y.Sign < 0 ? 0 : BigInteger.ModPow(x, y, BigInteger.One << 64),
            ScalarOp.Maximum => BigInteger.Max(x, y),
            ScalarOp.Minimum => BigInteger.Min(x, y),
            ScalarOp.And => x & y,
            ScalarOp.Or => x | y,
            ScalarOp.Xor => x ^ y,
            ScalarOp.ShiftLeft => IsShift<T>(y) ? x << (int)y : 0,
            ScalarOp.ShiftRight => IsShift<T>(y) ? x >> (int)y : x.Sign < 0 ? -1 : 0,
            _ => throw new ArgumentException($"{op}", nameof(op)),
        });
    }

    private static unsafe bool IsShift<T>(BigInteger y) where T : unmanaged => y.Sign >= 0 && y < 8 * sizeof(T);

    private static BigInteger Floor(BigInteger x, BigInteger y)
    {
        BigInteger quotient = BigInteger.DivRem(x, y, out BigInteger rest);
        return !rest.IsZero && rest.Sign != y.Sign ? quotient - 1 : quotient;
    }
}
