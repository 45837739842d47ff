using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The operations that every kind of lane has.</summary>
internal static class Arithmetic
{
    public readonly struct Add<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x + y;
    }

    public readonly struct Subtract<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x - y;
    }

    public readonly struct Multiply<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x * y;
    }

    public readonly struct Maximum<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Max(x, y);
    }

    public readonly struct Minimum<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Min(x, y);
    }

    public readonly struct Negate<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => -x;
    }

    public readonly struct Abs<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => V.Abs(x);
    }

    public readonly struct Square<T> : IUnaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => x * x;
    }
}
