using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Comparisons: a lane of the result has all bits set or none. NaN is unequal to everything.</summary>
internal static class Comparison
{
    public readonly struct Equal<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Equal(x, y);
    }

    public readonly struct NotEqual<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => ~V.Equal(x, y);
    }

    public readonly struct Less<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Less(x, y);
    }

    public readonly struct LessEqual<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.LessEqual(x, y);
    }

    public readonly struct Greater<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Less(y, x);
    }

    public readonly struct GreaterEqual<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.LessEqual(y, x);
    }
}
