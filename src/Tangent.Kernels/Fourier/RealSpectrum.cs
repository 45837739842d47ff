using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The spectrum X of n real numbers and the spectrum Z of the n/2 complex ones that neighbours make, with w = exp(-2πi·k/n) and a bar for
/// what stands opposite, conj(Z[n/2 - k]): X = ½(Z + Z̄ - i·w(Z - Z̄)), and Z = X + X̄ + i·conj(w)·(X - X̄) without the half.
/// </summary>
internal static class RealSpectrum<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>X times a scale from Z and what stands opposite, not yet conjugated; <paramref name="half"/> is half the scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unpack(ref V re, ref V im, V otherRe, V otherIm, V cosine, V sine, V half)
    {
        V sumRe = re + otherRe, sumIm = im - otherIm, differenceRe = re - otherRe, differenceIm = im + otherIm;
        // -i·(cos - i·sin)·(a + ib) = (-a·sin + b·cos) + i·(-a·cos - b·sin)
        V turnedRe = V.FusedMultiplyAdd(-differenceRe, sine, differenceIm * cosine);
        V turnedIm = V.FusedMultiplyAdd(differenceRe, cosine, differenceIm * sine);
        re = (sumRe + turnedRe) * half;
        im = (sumIm - turnedIm) * half;
    }

    /// <summary>Z from X and what stands opposite, not yet conjugated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pack(ref V re, ref V im, V otherRe, V otherIm, V cosine, V sine)
    {
        V sumRe = re + otherRe, sumIm = im - otherIm, differenceRe = re - otherRe, differenceIm = im + otherIm;
        // i·(cos + i·sin)·(a + ib) = (-a·sin - b·cos) + i·(a·cos - b·sin)
        re = sumRe - V.FusedMultiplyAdd(differenceRe, sine, differenceIm * cosine);
        im = sumIm + V.FusedMultiplyAdd(-differenceIm, sine, differenceRe * cosine);
    }
}
