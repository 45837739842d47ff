using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The natural logarithm, k·ln 2 + log(1 + f). log 0 is -∞, log ∞ is ∞, below 0 it is NaN; subnormals keep full
/// accuracy.
/// </summary>
internal readonly struct Log : IUnaryFunction
{
    /// <summary>Measured error: at most 0.97 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V f = LogarithmParts.Split32(x, out V k);
        return LogarithmParts.Combine32(k, f);
    }

    /// <summary>Measured error: at most 0.82 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V f = LogarithmParts.Split64(x, out V k);
        return LogarithmParts.Combine64(k, f);
    }
}
