using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Operations bit by bit: of integers, and of booleans in any representation.</summary>
internal static class Bits
{
    /// <summary>What needs no change: the nearest whole number of an integer.</summary>
    public readonly struct Same : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x;
    }

    public readonly struct Not : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => ~x;
    }

    public readonly struct And : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x & y;
    }

    public readonly struct Or : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x | y;
    }

    public readonly struct Xor : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x ^ y;
    }
}
