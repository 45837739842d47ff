using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Operations of the hardware on floating lanes.</summary>
internal static class FloatingArithmetic
{
    public readonly struct Divide<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x / y;
    }

    public readonly struct Floor<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => V.Floor(x);
    }

    public readonly struct Ceiling<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => V.Ceiling(x);
    }

    public readonly struct Truncate<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => V.Truncate(x);
    }

    public readonly struct Round<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => V.Round(x);
    }

    public readonly struct Sqrt<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => V.Sqrt(x);
    }
}
