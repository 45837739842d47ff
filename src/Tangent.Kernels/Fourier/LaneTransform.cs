namespace Tangent.Kernels;

/// <summary>
/// Fourier transforms of as many lines at once as a vector has lanes, line = lane, so that nothing is ever moved between lanes: every
/// factor is the same for all of them.
/// </summary>
/// <remarks>
/// Passes of radix 8, 4, 2, 3, 5 and other primes (Stockham's autosort form; Van Loan, Computational Frameworks for the Fast Fourier
/// Transform, 1992). Factors are computed in float64. The inverse transform is the same one with real and imaginary parts exchanged.
/// </remarks>
internal static unsafe class LaneTransform<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Numbers in an element: a vector of real and one of imaginary parts.</summary>
    public static int Element => 2 * V.Count;

    /// <summary>Transforms what is in <paramref name="x"/>, with the help of <paramref name="y"/>, and returns the one of them that has the result.</summary>
    public static float* Run(LanePlan plan, float* x, float* y, bool inverse)
    {
        int length = plan.Length, parts = 1;
        float* twiddles = plan.Twiddles;
        foreach (int radix in plan.Radices)
        {
            int groups = length / radix;
            Run(radix, new LanePass
            {
                X = x, Y = y, Twiddles = twiddles, Groups = groups, Parts = parts,
                Real = inverse ? V.Count : 0, Imaginary = inverse ? 0 : V.Count,
            });
            twiddles += 2L * (radix - 1) * groups;
            length = groups;
            parts *= radix;
            float* written = y;
            y = x;
            x = written;
        }
        GC.KeepAlive(plan);
        return x;
    }

    private static void Run(int radix, LanePass pass)
    {
        switch (radix)
        {
            case 2: LaneRadix2<V>.Run(pass); break;
            case 3: LaneRadix3<V>.Run(pass); break;
            case 4: LaneRadix4<V>.Run(pass); break;
            case 5: LaneRadix5<V>.Run(pass); break;
            case 8: LaneRadix8<V>.Run(pass); break;
            default: LaneRadixOdd<V>.Run(pass, radix); break;
        }
    }
}
