using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The inverse hyperbolic cosine, log(x + √(x² − 1)) with that sum in two parts, so that the result is accurate near x
/// = 1, where it is the root of something small; log 2x where the 1 no longer matters. Below 1 it is NaN.
/// </summary>
internal readonly struct ArcCosh : IUnaryFunction
{
    /// <summary>Measured error: at most 1.53 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V large = V.Less(V.Broadcast(8192f), x);
        V t = x - V.Broadcast(1f);
        V square = V.FusedMultiplyAdd(t, t, t + t);
        V squareLost = V.FusedMultiplyAdd(t, t, (t + t) - square);
        V root = V.Sqrt(square);
        // At x = 1 the root is 0; the least normal number keeps 0/0 away.
        V rootLost = (V.FusedMultiplyAdd(-root, root, square) + squareLost) / V.MaxNative(V.Broadcast(1.1754944e-38f), root + root);
        V sum = x + root;
        V lost = root - (sum - x) + rootLost;
        V k = V.Select(large, V.Broadcast(1f), V.Broadcast(0f));
        V result = LogarithmParts.OfSum32(V.Select(large, x, sum), V.Select(large, V.Broadcast(0f), lost), k);
        return V.Select(V.Less(x, V.Broadcast(1f)), V.Broadcast(float.NaN), result);
    }

    /// <summary>Measured error: at most 1.36 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V large = V.Less(V.Broadcast(536870912.0), x);
        V t = x - V.Broadcast(1.0);
        V square = V.FusedMultiplyAdd(t, t, t + t);
        V squareLost = V.FusedMultiplyAdd(t, t, (t + t) - square);
        V root = V.Sqrt(square);
        // At x = 1 the root is 0; the least normal number keeps 0/0 away.
        V rootLost = (V.FusedMultiplyAdd(-root, root, square) + squareLost) / V.MaxNative(V.Broadcast(2.2250738585072014e-308), root + root);
        V sum = x + root;
        V lost = root - (sum - x) + rootLost;
        V k = V.Select(large, V.Broadcast(1.0), V.Broadcast(0.0));
        V result = LogarithmParts.OfSum64(V.Select(large, x, sum), V.Select(large, V.Broadcast(0.0), lost), k);
        return V.Select(V.Less(x, V.Broadcast(1.0)), V.Broadcast(double.NaN), result);
    }
}
