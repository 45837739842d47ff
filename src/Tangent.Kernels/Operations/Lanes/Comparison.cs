using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Comparisons: a lane of the result has all bits set or none. NaN is unequal to everything.</summary>
internal static class Comparison
{
    public readonly struct Equal : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Equal(x, y);
    }

    public readonly struct NotEqual : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => ~V.Equal(x, y);
    }

    public readonly struct Less : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Less(x, y);
    }

    public readonly struct LessEqual : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.LessEqual(x, y);
    }

    public readonly struct Greater : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Less(y, x);
    }

    public readonly struct GreaterEqual : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.LessEqual(y, x);
    }
}
