using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Arithmetic as the hardware has it, on lanes of any number.</summary>
internal static class Arithmetic
{
    public readonly struct Add : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x + y;
    }

    public readonly struct Subtract : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x - y;
    }

    public readonly struct Multiply : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x * y;
    }

    public readonly struct Divide : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x / y;
    }

    public readonly struct Maximum : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Max(x, y);
    }

    public readonly struct Minimum : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Min(x, y);
    }

    public readonly struct Negate : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => -x;
    }

    public readonly struct Abs : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Abs(x);
    }

    public readonly struct Square : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x * x;
    }

    /// <summary>1 − x², rounded once: near ±1 the square alone would have lost half of the digits.</summary>
    public readonly struct OneMinusSquare : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.FusedMultiplyAdd(-x, x, V.Broadcast(T.One));
    }

    /// <summary>-1, 0 or 1; 0 for NaN and for a zero of either sign.</summary>
    public readonly struct Sign : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T>
        {
            V zero = V.Broadcast(T.Zero);
            V positive = V.Less(zero, x) & V.Broadcast(T.One);
            V negative = V.Less(x, zero) & V.Broadcast(unchecked(-T.One));
            return positive | negative;
        }
    }

    /// <summary>1/x, rounded once.</summary>
    public readonly struct Reciprocal : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Broadcast(T.One) / x;
    }

    public readonly struct Sqrt : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Sqrt(x);
    }

    /// <summary>1/√x by a correctly rounded root and quotient: within 1.5 ulp.</summary>
    public readonly struct Rsqrt : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Broadcast(T.One) / V.Sqrt(x);
    }
}
