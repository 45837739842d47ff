using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// x − y·⌊x / y⌋, exact but for the one rounding where y is added to bring a negative rest to the sign of the divisor.
/// A zero result has that sign too; NaN for y = 0 and for infinite x. Quotients of too many bits for one fused step go
/// lane by lane through the scalar remainder.
/// </summary>
internal readonly struct Remainder : IBinaryFunction
{
    /// <summary>Measured error: at most 0.50 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x, V y)
        where V : unmanaged, ILanes<V, float>
    {
        V whole = V.Truncate(x / y);
        // Exact: a multiple of the last place of y that is not larger than y. Where nothing is to be taken off, y may be infinite.
        V rest = V.Select(V.Equal(whole, V.Broadcast(0f)), x, V.FusedMultiplyAdd(-whole, y, x));
        V large = V.LessEqual(V.Broadcast(4194304f), V.Abs(whole));
        if (V.Any(large)) rest = Exact32(x, y, rest);
        V opposite = V.Less(rest, V.Broadcast(0f)) ^ V.Less(y, V.Broadcast(0f));
        V moved = V.Select(opposite, rest + y, rest);
        return V.Select(V.Equal(rest, V.Broadcast(0f)), y & V.Broadcast(-0.0f), moved);
    }

    /// <summary>Measured error: at most 0.50 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x, V y)
        where V : unmanaged, ILanes<V, double>
    {
        V whole = V.Truncate(x / y);
        // Exact: a multiple of the last place of y that is not larger than y. Where nothing is to be taken off, y may be infinite.
        V rest = V.Select(V.Equal(whole, V.Broadcast(0.0)), x, V.FusedMultiplyAdd(-whole, y, x));
        V large = V.LessEqual(V.Broadcast(2251799813685248.0), V.Abs(whole));
        if (V.Any(large)) rest = Exact64(x, y, rest);
        V opposite = V.Less(rest, V.Broadcast(0.0)) ^ V.Less(y, V.Broadcast(0.0));
        V moved = V.Select(opposite, rest + y, rest);
        return V.Select(V.Equal(rest, V.Broadcast(0.0)), y & V.Broadcast(-0.0), moved);
    }

    /// <summary><paramref name="rest"/> with the lanes replaced whose quotient has too many bits for one step.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V Exact32<V>(V x, V y, V rest)
        where V : unmanaged, ILanes<V, float>
    {
        for (int i = 0; i < V.Count; i++)
        {
            float dividend = V.Get(x, i), divisor = V.Get(y, i);
            if (Math.Abs(dividend / divisor) >= 4194304f)
                rest = V.With(rest, i, dividend % divisor);
        }
        return rest;
    }

    /// <summary><paramref name="rest"/> with the lanes replaced whose quotient has too many bits for one step.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V Exact64<V>(V x, V y, V rest)
        where V : unmanaged, ILanes<V, double>
    {
        for (int i = 0; i < V.Count; i++)
        {
            double dividend = V.Get(x, i), divisor = V.Get(y, i);
            if (Math.Abs(dividend / divisor) >= 2251799813685248.0)
                rest = V.With(rest, i, dividend % divisor);
        }
        return rest;
    }
}
