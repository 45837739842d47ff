using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Operations on integer lanes.</summary>
internal static class IntegerArithmetic
{
    public readonly struct And<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x & y;
    }

    public readonly struct Or<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x | y;
    }

    public readonly struct Xor<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x ^ y;
    }

    public readonly struct Not<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => ~x;
    }

    public readonly struct Identity<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => x;
    }
}
