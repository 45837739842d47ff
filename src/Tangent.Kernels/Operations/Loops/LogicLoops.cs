using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Functions of booleans in two representations: bytes 0 and 1, as in memory, and masks in lanes of 32 and 64 bits, as in emitted code.</summary>
internal static class LogicLoops
{
    /// <summary>The function in lanes of so many bytes: one for bytes, 4 or 8 for masks.</summary>
    public static ElementLoop Find(Logic logic, int laneBytes) => laneBytes switch
    {
        1 => Find<byte, ByteTrue>(logic),
        4 => Find<int, MaskTrue<int>>(logic),
        8 => Find<long, MaskTrue<long>>(logic),
        _ => throw new ArgumentOutOfRangeException(nameof(laneBytes), laneBytes, "Map: booleans have no lanes of this size."),
    };

    private static ElementLoop Find<T, TTrue>(Logic logic)
        where T : unmanaged, INumberBase<T>
        where TTrue : struct, ITrue<T> => logic switch
        {
            Logic.Same => LaneLoops.Unary<OnLanes.Unary<Bits.Same, T>, T>(),
            Logic.Not => LaneLoops.Unary<Not<T, TTrue>, T>(),
            Logic.And => LaneLoops.Binary<OnLanes.Binary<Bits.And, T>, T>(),
            Logic.Or => LaneLoops.Binary<OnLanes.Binary<Bits.Or, T>, T>(),
            Logic.Xor => LaneLoops.Binary<OnLanes.Binary<Bits.Xor, T>, T>(),
            Logic.Equal => LaneLoops.Binary<Equal<T, TTrue>, T>(),
            Logic.Less => LaneLoops.Binary<Less<T, TTrue>, T>(),
            Logic.LessEqual => LaneLoops.Binary<LessEqual<T, TTrue>, T>(),
            Logic.Greater => LaneLoops.Binary<Greater<T, TTrue>, T>(),
            Logic.GreaterEqual => LaneLoops.Binary<GreaterEqual<T, TTrue>, T>(),
            Logic.First => LaneLoops.Binary<First<T>, T>(),
            Logic.Never => LaneLoops.Binary<Never<T>, T>(),
            _ => throw new ArgumentOutOfRangeException(nameof(logic), logic, "Map: no function of booleans."),
        };

    /// <summary>What true is in a representation; false is zero in each.</summary>
    private interface ITrue<T>
        where T : unmanaged
    {
        static abstract V Of<V>()
            where V : unmanaged, ILanes<V, T>;
    }

    private readonly struct ByteTrue : ITrue<byte>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>()
            where V : unmanaged, ILanes<V, byte> => V.Broadcast(1);
    }

    private readonly struct MaskTrue<T> : ITrue<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>()
            where V : unmanaged, ILanes<V, T> => ~V.Broadcast(default);
    }

    private readonly struct Not<T, TTrue> : IUnaryOperation<T>
        where T : unmanaged
        where TTrue : struct, ITrue<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => x ^ TTrue.Of<V>();
    }

    private readonly struct Equal<T, TTrue> : IBinaryOperation<T>
        where T : unmanaged
        where TTrue : struct, ITrue<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x ^ y ^ TTrue.Of<V>();
    }

    private readonly struct Less<T, TTrue> : IBinaryOperation<T>
        where T : unmanaged
        where TTrue : struct, ITrue<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => (x ^ TTrue.Of<V>()) & y;
    }

    private readonly struct LessEqual<T, TTrue> : IBinaryOperation<T>
        where T : unmanaged
        where TTrue : struct, ITrue<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => (x ^ TTrue.Of<V>()) | y;
    }

    private readonly struct Greater<T, TTrue> : IBinaryOperation<T>
        where T : unmanaged
        where TTrue : struct, ITrue<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x & (y ^ TTrue.Of<V>());
    }

    private readonly struct GreaterEqual<T, TTrue> : IBinaryOperation<T>
        where T : unmanaged
        where TTrue : struct, ITrue<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x | (y ^ TTrue.Of<V>());
    }

    private readonly struct First<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => x;
    }

    private readonly struct Never<T> : IBinaryOperation<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => V.Broadcast(default);
    }
}
