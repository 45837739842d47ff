using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The parts that every logarithm is made of: x = 2ᵏ·(1 + f) with −¼ ≤ f &lt; ½, and log(1 + f) = f + f²·G(f), whose
/// second part is below a third of the whole. Each G is a minimax polynomial that we computed by Remez exchange with
/// weight f²/log(1 + f), its coefficients rounded one after the other and the rest refitted.
/// </summary>
internal static class LogarithmParts
{
    /// <summary>f; k is ∞ for ∞, -∞ for ±0; f is NaN for NaN and below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Split32<V>(V x, out V k)
        where V : unmanaged, ILanes<V, float>
    {
        V m = V.Significand(x);
        k = V.Exponent(x) - V.Exponent(m);
        return m - V.Broadcast(1f);
    }

    /// <summary>f; k is ∞ for ∞, -∞ for ±0; f is NaN for NaN and below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Split64<V>(V x, out V k)
        where V : unmanaged, ILanes<V, double>
    {
        V m = V.Significand(x);
        k = V.Exponent(x) - V.Exponent(m);
        return m - V.Broadcast(1.0);
    }

    /// <summary>log(1 + f) − f; the error is 2^-27.6 of log(1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Rest32<V>(V f)
        where V : unmanaged, ILanes<V, float>
    {
        V g = V.FusedMultiplyAdd(V.Broadcast(-0.045110423f), f, V.Broadcast(0.10468888f));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.13163984f));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.14478348f));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.16646993f));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.19990818f));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.25000104f));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.3333345f));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.5f));
        return f * f * g;
    }

    /// <summary>log(1 + f) − f; the error is 2^-56.7 of log(1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Rest64<V>(V f)
        where V : unmanaged, ILanes<V, double>
    {
        V g = V.FusedMultiplyAdd(V.Broadcast(0.008038270208021626), f, V.Broadcast(-0.029310015414813904));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.050706735511214115));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.0597631715386732));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.060877132852351315));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.062495081387747835));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.06642316164788357));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.07138391079692483));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.07693472876223954));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.08333733082458253));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.09090890113987725));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.09999983751184552));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.11111110785359017));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.1250000034949663));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.14285714301527283));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.16666666662759627));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.19999999999815884));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.2500000000001959));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(0.3333333333333394));
        g = V.FusedMultiplyAdd(g, f, V.Broadcast(-0.4999999999999997));
        return f * f * g;
    }

    /// <summary>k·ln 2 + log(1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine32<V>(V k, V f)
        where V : unmanaged, ILanes<V, float>
    {
        // The high part of ln 2 has few enough bits to make k times it exact; both parts are positive, which keeps ±∞.
        V low = V.FusedMultiplyAdd(k, V.Broadcast(3.1946183e-5f), Rest32(f));
        return V.FusedMultiplyAdd(k, V.Broadcast(0.69311523f), f + low);
    }

    /// <summary>k·ln 2 + log(1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Combine64<V>(V k, V f)
        where V : unmanaged, ILanes<V, double>
    {
        // The high part of ln 2 has few enough bits to make k times it exact; both parts are positive, which keeps ±∞.
        V low = V.FusedMultiplyAdd(k, V.Broadcast(5.497923018708371e-14), Rest64(f));
        return V.FusedMultiplyAdd(k, V.Broadcast(0.6931471805598903), f + low);
    }

    /// <summary>
    /// k·ln 2 + log(high + low), where low is what rounding took from high; it may be NaN where high is 0 or ∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfSum32<V>(V high, V low, V k)
        where V : unmanaged, ILanes<V, float>
    {
        V f = Split32(high, out V exponent);
        V finite = V.Less(V.Abs(exponent), V.Broadcast(float.PositiveInfinity));
        f += V.Select(finite, V.Scale(low, -exponent), V.Broadcast(0f));
        return Combine32(exponent + k, f);
    }

    /// <summary>
    /// k·ln 2 + log(high + low), where low is what rounding took from high; it may be NaN where high is 0 or ∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfSum64<V>(V high, V low, V k)
        where V : unmanaged, ILanes<V, double>
    {
        V f = Split64(high, out V exponent);
        V finite = V.Less(V.Abs(exponent), V.Broadcast(double.PositiveInfinity));
        f += V.Select(finite, V.Scale(low, -exponent), V.Broadcast(0.0));
        return Combine64(exponent + k, f);
    }
}
