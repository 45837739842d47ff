using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>To a whole number.</summary>
internal static class Rounding
{
    public readonly struct Floor : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Floor(x);
    }

    public readonly struct Ceiling : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Ceiling(x);
    }

    public readonly struct Truncate : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Truncate(x);
    }

    public readonly struct Round : IUnaryArithmetic
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V, T>(V x)
            where V : unmanaged, ILanes<V, T>
            where T : unmanaged, INumberBase<T> => V.Round(x);
    }
}
