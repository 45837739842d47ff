using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The operations of <see cref="FoldOp"/> on lanes. Booleans are bytes 0 and 1.</summary>
internal static class Folds
{
    public readonly struct Sum<T> : IFold<T>
        where T : unmanaged, INumberBase<T>
    {
        public static T Identity => T.Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Combine<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x + y;
    }

    public readonly struct Product<T> : IFold<T>
        where T : unmanaged, INumberBase<T>
    {
        public static T Identity => T.One;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Combine<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x * y;
    }

    public readonly struct Maximum<T> : IFold<T>
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        public static T Identity => HasInfinity<T>() ? -T.One / T.Zero : T.MinValue;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Combine<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Max(x, y);
    }

    public readonly struct Minimum<T> : IFold<T>
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        public static T Identity => HasInfinity<T>() ? T.One / T.Zero : T.MaxValue;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Combine<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Min(x, y);
    }

    public readonly struct All : IFold<byte>
    {
        public static byte Identity => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Combine<V>(V x, V y)
            where V : unmanaged, ILanes<V, byte> => x & y;
    }

    public readonly struct Any : IFold<byte>
    {
        public static byte Identity => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Combine<V>(V x, V y)
            where V : unmanaged, ILanes<V, byte> => x | y;
    }

    private static bool HasInfinity<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);
}
