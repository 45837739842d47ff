using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The inverse hyperbolic sine: x + x³·P(x²) up to ½, a minimax polynomial that we computed by Remez exchange (error
/// 2^-29.6, 2^-60.4); beyond, log(|x| + √(x² + 1)) with that sum in two parts, and log 2|x| where the 1 no longer
/// matters. ±0 keeps its sign.
/// </summary>
internal readonly struct ArcSinh : IUnaryFunction
{
    /// <summary>Measured error: at most 1.08 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V sign = x & V.Broadcast(-0.0f);
        V magnitude = x ^ sign;
        V z = x * x;
        V p = V.FusedMultiplyAdd(V.Broadcast(-0.013225795f), z, V.Broadcast(0.028162278f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.044383142f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.07498641f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.16666643f));
        V near = V.FusedMultiplyAdd(z * magnitude, p, magnitude);
        return V.Select(V.LessEqual(magnitude, V.Broadcast(0.5f)), near, Far32(magnitude)) | sign;
    }

    /// <summary>Measured error: at most 1.04 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V sign = x & V.Broadcast(-0.0);
        V magnitude = x ^ sign;
        V z = x * x;
        V p = V.FusedMultiplyAdd(V.Broadcast(0.001716094247535961), z, V.Broadcast(-0.004744681192021515));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.007463844752019188));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.00953352078607575));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.011512845294527533));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.013960211974565385));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.017352385003580793));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.022372138237246878));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.030381943711819164));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.044642857127737814));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.0749999999998434));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.1666666666666661));
        V near = V.FusedMultiplyAdd(z * magnitude, p, magnitude);
        return V.Select(V.LessEqual(magnitude, V.Broadcast(0.5)), near, Far64(magnitude)) | sign;
    }

    /// <summary>arsinh x for x &gt; ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Far32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V large = V.Less(V.Broadcast(8192f), x);
        V square = V.FusedMultiplyAdd(x, x, V.Broadcast(1f));
        V root = V.Sqrt(square);
        V squareLost = V.FusedMultiplyAdd(x, x, V.Broadcast(1f) - square);
        V rootLost = (V.FusedMultiplyAdd(-root, root, square) + squareLost) / (root + root);
        V sum = x + root;
        V lost = x - (sum - root) + rootLost;
        V k = V.Select(large, V.Broadcast(1f), V.Broadcast(0f));
        return LogarithmParts.OfSum32(V.Select(large, x, sum), V.Select(large, V.Broadcast(0f), lost), k);
    }

    /// <summary>arsinh x for x &gt; ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Far64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V large = V.Less(V.Broadcast(536870912.0), x);
        V square = V.FusedMultiplyAdd(x, x, V.Broadcast(1.0));
        V root = V.Sqrt(square);
        V squareLost = V.FusedMultiplyAdd(x, x, V.Broadcast(1.0) - square);
        V rootLost = (V.FusedMultiplyAdd(-root, root, square) + squareLost) / (root + root);
        V sum = x + root;
        V lost = x - (sum - root) + rootLost;
        V k = V.Select(large, V.Broadcast(1.0), V.Broadcast(0.0));
        return LogarithmParts.OfSum64(V.Select(large, x, sum), V.Select(large, V.Broadcast(0.0), lost), k);
    }
}
