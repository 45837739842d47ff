using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The inverse error function, x times a polynomial in w = −log(1 − x²), or in √w where |x| is near 1 and the inverse
/// grows like √w. The polynomials are minimax, computed by us by Remez exchange, the first coefficient in two parts
/// (errors 2^-28.2, 2^-54.1 in the middle, 2^-29.2, 2^-54.9 in the tails). ±1 give ±∞, beyond it is NaN; ±0 keeps its
/// sign.
/// </summary>
internal readonly struct ErfInv : IUnaryFunction
{
    /// <summary>Measured error: at most 1.96 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V w = -Log.Float32(V.FusedMultiplyAdd(-x, x, V.Broadcast(1f)));
        V result = Central32(x, w - V.Broadcast(2.5f));
        V tail = V.LessEqual(V.Broadcast(5f), w);
        return V.Any(tail) ? V.Select(tail, Outside32(x, w), result) : result;
    }

    /// <summary>Measured error: at most 1.88 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V w = -Log.Float64(V.FusedMultiplyAdd(-x, x, V.Broadcast(1.0)));
        V result = Central64(x, w);
        V tail = V.LessEqual(V.Broadcast(6.25), w);
        return V.Any(tail) ? V.Select(tail, Outside64(x, w), result) : result;
    }

    /// <summary>erfinv x at w = t + 2.5, w &lt; 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Central32<V>(V x, V t)
        where V : unmanaged, ILanes<V, float>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(4.086557e-10f), t, V.Broadcast(-8.641569e-9f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.6959437e-8f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(4.64012e-7f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-3.4292423e-6f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-4.9529162e-6f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.00021827254f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0012527605f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0041773343f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.2466403f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-5.7917994e-8f));
        return x * (p + V.Broadcast(1.5014094f));
    }

    /// <summary>erfinv x at w &lt; 6.25. What rounding takes from t = w − 3.125 comes back times the slope, 0.24 about.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Central64<V>(V x, V w)
        where V : unmanaged, ILanes<V, double>
    {
        V t = w - V.Broadcast(3.125);
        V lost = w - (t + V.Broadcast(3.125));
        V p = V.FusedMultiplyAdd(V.Broadcast(3.3753426250187463e-21), t, V.Broadcast(-1.0099131722760461e-21));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-3.5752835720858484e-19));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.1444547897552174e-18));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.5759287672612258e-17));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.3004003954094937e-16));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-4.285927634293118e-17));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(6.594712252046683e-15));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-3.998982927348551e-14));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-8.11701830501485e-14));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(2.630354835618376e-12));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.2976957802705026e-11));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-5.41423908547594e-11));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.0512183968909297e-9));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-4.1126619758560454e-9));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-2.9070382771907604e-8));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(4.234788190750317e-7));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.3654691844381472e-6));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.3882523395789673e-5));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.00018673420802425825));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0007407025341539554));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.006033670871427754));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.24015818242558826));
        p = V.FusedMultiplyAdd(p, t, V.FusedMultiplyAdd(lost, V.Broadcast(0.24), V.Broadcast(6.732345954785308e-18)));
        V sum = p + V.Broadcast(1.6536545626831027);
        V rest = p - (sum - V.Broadcast(1.6536545626831027));
        V result = V.FusedMultiplyAdd(x, sum, x * rest);
        // The products may have opposite signs: a sum of zeros would lose that of x.
        V sign = V.Broadcast(-0.0);
        return (result & ~sign) | (x & sign);
    }

    /// <summary>
    /// Where |x| is near 1: polynomials in √w instead. Not inlined, as it is rare and would crowd the loop.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V Outside32<V>(V x, V w)
        where V : unmanaged, ILanes<V, float>
    {
        V root = V.Sqrt(w);
        V result = Tail32(x, root - V.Broadcast(3f));
        V infinite = V.Equal(V.Abs(x), V.Broadcast(1f));
        return V.Select(infinite, x * V.Broadcast(float.PositiveInfinity), result);
    }

    /// <summary>erfinv x at √w = t + 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Tail32<V>(V x, V t)
        where V : unmanaged, ILanes<V, float>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(-2.9819319e-5f), t, V.Broadcast(0.00016120248f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.00027731762f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.000121056095f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.0014752427f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0035665184f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.005687596f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0076429024f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.009445319f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.0016752f));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.6627169e-8f));
        return V.FusedMultiplyAdd(x, V.Broadcast(2.8329768f), x * p);
    }

    /// <summary>
    /// Where |x| is near 1: polynomials in √w instead. Not inlined, as it is rare and would crowd the loop.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V Outside64<V>(V x, V w)
        where V : unmanaged, ILanes<V, double>
    {
        V root = V.Sqrt(w);
        V result = V.Select(V.Less(root, V.Broadcast(4.0)), Tail64(x, root - V.Broadcast(3.25)), FarTail64(x, root - V.Broadcast(5.0)));
        V infinite = V.Equal(V.Abs(x), V.Broadcast(1.0));
        return V.Select(infinite, x * V.Broadcast(double.PositiveInfinity), result);
    }

    /// <summary>erfinv x at √w = t + 3.25 below 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Tail64<V>(V x, V t)
        where V : unmanaged, ILanes<V, double>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(7.631233962648687e-9), t, V.Broadcast(-1.5289992183699642e-8));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-2.0780658068053608e-8));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.3154469235950323e-7));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-2.45653430729807e-7));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-2.7569107790307417e-8));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.4816972110620196e-6));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-3.985736034132055e-6));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(2.932540087350598e-6));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.2465039412574e-5));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-4.7320671533912503e-5));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(6.828711487984073e-5));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(2.403151154848687e-5));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.00035503781345403134));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.0009532893416879549));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0016882755354724842));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.002491442097952451));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0037512085082239684));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(0.005370914553555105));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.0052589676941655));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-8.736164712309942e-17));
        return V.FusedMultiplyAdd(x, V.Broadcast(3.0838856104922208), x * p);
    }

    /// <summary>erfinv x at √w = t + 5 from 4 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V FarTail64<V>(V x, V t)
        where V : unmanaged, ILanes<V, double>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(-1.650433884632202e-11), t, V.Broadcast(4.369401830084144e-11));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(5.1911805461994777e-11));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-4.412174995831129e-10));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.3493449987575472e-9));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-3.464679197288289e-9));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(7.787561409723722e-9));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.526147739528989e-8));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(2.9038615573222446e-8));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-6.755267753188796e-8));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(2.290459458935112e-7));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-9.930304829486611e-7));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(4.526053843824458e-6));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.9681770517897943e-5));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(7.599527797156868e-5));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.0002150301198414642));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-0.000138719318375632));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(1.0103004648645457));
        p = V.FusedMultiplyAdd(p, t, V.Broadcast(-1.0660434454125471e-16));
        return V.FusedMultiplyAdd(x, V.Broadcast(4.849906401408584), x * p);
    }
}
