using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>⌊x / y⌋ of the rounded quotient; ±∞ or NaN where the quotient is.</summary>
internal readonly struct FloorDivide : IBinaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x, V y)
        where V : unmanaged, ILanes<V, float>
    {
        return V.Floor(x / y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x, V y)
        where V : unmanaged, ILanes<V, double>
    {
        return V.Floor(x / y);
    }
}
