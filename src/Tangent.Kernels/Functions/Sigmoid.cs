using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// 1 / (1 + e^−x) from e = e^−|x|, which cannot overflow: 1 − e/(1 + e), and below 0 e − e·(e/(1 + e)), where the
/// small second term hides the errors of the quotient. Goes to 0 through the subnormals; NaN stays NaN.
/// </summary>
internal readonly struct Sigmoid : IUnaryFunction
{
    /// <summary>Measured error: at most 1.64 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V e = ExponentialParts.Exp32(V.MaxNative(V.Constant(-104f), -V.Abs(x)));
        V first = V.Select(V.Less(x, V.Constant(0f)), e, V.Constant(1f));
        return V.FusedMultiplyAdd(-first, e / (e + V.Constant(1f)), first);
    }

    /// <summary>Measured error: at most 1.48 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V e = ExponentialParts.Exp64(V.MaxNative(V.Broadcast(-746.0), -V.Abs(x)));
        V first = V.Select(V.Less(x, V.Broadcast(0.0)), e, V.Broadcast(1.0));
        return V.FusedMultiplyAdd(-first, e / (e + V.Broadcast(1.0)), first);
    }
}
