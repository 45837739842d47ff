using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Order of booleans held as masks: false comes before true.</summary>
internal static class MaskOperations
{
    public readonly struct Equal<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => ~(x ^ y);
    }

    public readonly struct Less<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => ~x & y;
    }

    public readonly struct LessEqual<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => ~x | y;
    }

    public readonly struct Greater<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x & ~y;
    }

    public readonly struct GreaterEqual<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x | ~y;
    }
}
