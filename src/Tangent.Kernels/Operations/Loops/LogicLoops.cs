using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Finds the loop of a function of booleans, in either representation of <see cref="Booleans"/>.</summary>
internal static class LogicLoops
{
    /// <summary>The loop on lanes of so many bytes: one for bytes, 4 or 8 for masks.</summary>
    public static ElementLoop Find(Logic logic, int laneBytes) => laneBytes switch
    {
        1 => Find<byte>(logic),
        4 => Find<int>(logic),
        8 => Find<long>(logic),
        _ => throw new ArgumentOutOfRangeException(nameof(laneBytes), laneBytes, "Map: booleans have no lanes of this size."),
    };

    private static ElementLoop Find<T>(Logic logic)
        where T : unmanaged, INumberBase<T> => logic switch
        {
            Logic.Same => Unary<Bits.Same, T>(),
            // Compiled faster; of masks alone.
            Logic.Not => typeof(T) == typeof(byte) ? Unary<Booleans.Not, T>() : Unary<Bits.Not, T>(),
            Logic.And => Binary<Bits.And, T>(),
            Logic.Or => Binary<Bits.Or, T>(),
            Logic.Xor => Binary<Bits.Xor, T>(),
            Logic.Equal => Binary<Booleans.Equal, T>(),
            Logic.Less => Binary<Booleans.Less, T>(),
            Logic.LessEqual => Binary<Booleans.LessEqual, T>(),
            Logic.Greater => Binary<Booleans.Greater, T>(),
            Logic.GreaterEqual => Binary<Booleans.GreaterEqual, T>(),
            Logic.First => Binary<Booleans.First, T>(),
            Logic.Never => Binary<Booleans.Never, T>(),
            _ => throw new ArgumentOutOfRangeException(nameof(logic), logic, "Map: no function of booleans."),
        };

    private static ElementLoop Unary<F, T>()
        where F : struct, IUnaryArithmetic
        where T : unmanaged, INumberBase<T> => LaneLoops.Unary<OnLanes.Unary<F, T>, T>();

    private static ElementLoop Binary<F, T>()
        where F : struct, IBinaryArithmetic
        where T : unmanaged, INumberBase<T> => LaneLoops.Binary<OnLanes.Binary<F, T>, T>();
}
