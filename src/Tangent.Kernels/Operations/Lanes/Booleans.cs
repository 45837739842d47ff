using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Operations on booleans in two representations: 0 and 1 in lanes of bytes, as they lie in memory, and masks in wider
/// lanes, as in emitted code. False is below true.
/// </summary>
internal static class Booleans
{
    public readonly struct Not : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x ^ True<V, T>();
    }

    public readonly struct Equal : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x ^ y ^ True<V, T>();
    }

    public readonly struct Less : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => (x ^ True<V, T>()) & y;
    }

    public readonly struct LessEqual : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => (x ^ True<V, T>()) | y;
    }

    public readonly struct Greater : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x & (y ^ True<V, T>());
    }

    public readonly struct GreaterEqual : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x | (y ^ True<V, T>());
    }

    public readonly struct First : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => x;
    }

    public readonly struct Never : IBinaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x, V y)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Broadcast(default);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe V True<V, T>()
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, INumberBase<T> => sizeof(T) == 1 ? V.Broadcast(T.One) : ~V.Broadcast(default);
}
