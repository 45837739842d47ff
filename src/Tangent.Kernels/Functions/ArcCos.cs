using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The inverse cosine: π/2 − arcsin x up to ½, beyond 2·arcsin √((1 − |x|)/2) or π minus that. Beyond ±1 it is NaN.
/// </summary>
internal readonly struct ArcCos : IUnaryFunction
{
    /// <summary>Measured error: at most 1.12 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V magnitude = V.Abs(x);
        V small = V.LessEqual(magnitude, V.Broadcast(0.5f));
        V z = V.Select(small, x * x, V.FusedMultiplyAdd(magnitude, V.Broadcast(-0.5f), V.Broadcast(0.5f)));
        V s = V.Select(small, magnitude, V.Sqrt(z));
        V rest = s * z * ArcSin.Series32(z);
        V sign = x & V.Broadcast(-0.0f);
        V near = V.Broadcast(1.5707964f) - (x + ((rest ^ sign) + V.Broadcast(4.371139e-8f)));
        V doubled = s + s + (rest + rest);
        V beyond = V.Broadcast(3.1415927f) - (s + s + V.FusedMultiplyAdd(rest, V.Broadcast(2f), V.Broadcast(8.742278e-8f)));
        return V.Select(small, near, V.Select(V.Less(x, V.Broadcast(0f)), beyond, doubled));
    }

    /// <summary>Measured error: at most 1.04 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V magnitude = V.Abs(x);
        V small = V.LessEqual(magnitude, V.Broadcast(0.5));
        V z = V.Select(small, x * x, V.FusedMultiplyAdd(magnitude, V.Broadcast(-0.5), V.Broadcast(0.5)));
        V s = V.Select(small, magnitude, V.Sqrt(z));
        V rest = s * z * ArcSin.Series64(z);
        V sign = x & V.Broadcast(-0.0);
        V near = V.Broadcast(1.5707963267948966) - (x + ((rest ^ sign) + V.Broadcast(-6.123233995736766e-17)));
        V doubled = s + s + (rest + rest);
        V beyond = V.Broadcast(3.141592653589793) - (s + s + V.FusedMultiplyAdd(rest, V.Broadcast(2.0), V.Broadcast(-1.2246467991473532e-16)));
        return V.Select(small, near, V.Select(V.Less(x, V.Broadcast(0.0)), beyond, doubled));
    }
}
