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
    /// <summary>Transforms what is in <paramref name="x"/>, with the help of <paramref name="y"/>, and returns the one of them that has the result.</summary>
    public static float* Run(LanePlan plan, float* x, float* y, bool inverse) => Run(plan, 0, plan.Passes.Length, x, y, inverse);

    /// <summary>Transforms a source, with the help of two memories, and returns the one of them that has the result.</summary>
    public static float* Run<TSource>(LanePlan plan, TSource source, float* x, float* y) where TSource : struct, ILaneSource<V>
    {
        var first = new LaneElements<V>(x, inverse: false);
        if (plan.Passes.Length == 0)
            Copy(source, first);
        else
            Run(plan, 0, source, first);
        return Run(plan, 1, plan.Passes.Length, x, y, inverse: false);
    }

    /// <summary>Transforms a source to a target, with the help of two memories.</summary>
    public static void Run<TSource, TTarget>(LanePlan plan, TSource source, TTarget target, float* x, float* y)
        where TSource : struct, ILaneSource<V>
        where TTarget : struct, ILaneTarget<V>
    {
        int last = plan.Passes.Length - 1;
        if (last < 0)
            Copy(source, target);
        else if (last == 0)
            Run(plan, 0, source, target);
        else
        {
            Run(plan, 0, source, new LaneElements<V>(x, inverse: false));
            Run(plan, last, new LaneElements<V>(Run(plan, 1, last, x, y, inverse: false), inverse: false), target);
        }
    }

    private static float* Run(LanePlan plan, int start, int end, float* x, float* y, bool inverse)
    {
        for (int pass = start; pass < end; pass++)
        {
            Run(plan, pass, new LaneElements<V>(x, inverse), new LaneElements<V>(y, inverse));
            float* written = y;
            y = x;
            x = written;
        }
        return x;
    }

    private static void Copy<TSource, TTarget>(TSource source, TTarget target)
        where TSource : struct, ILaneSource<V>
        where TTarget : struct, ILaneTarget<V>
    {
        source.Load(0, out V re, out V im);
        target.Store(0, re, im);
    }

    private static void Run<TSource, TTarget>(LanePlan plan, int number, TSource source, TTarget target)
        where TSource : struct, ILaneSource<V>
        where TTarget : struct, ILaneTarget<V>
    {
        LanePass pass = plan.Passes[number];
        float* twiddles = plan.Twiddles + pass.Twiddles;
        switch (pass.Radix)
        {
            case 2: LaneRadix2<V, TSource, TTarget>.Run(pass.Groups, pass.Parts, twiddles, source, target); break;
            case 3: LaneRadix3<V, TSource, TTarget>.Run(pass.Groups, pass.Parts, twiddles, source, target); break;
            case 4: LaneRadix4<V, TSource, TTarget>.Run(pass.Groups, pass.Parts, twiddles, source, target); break;
            case 5: LaneRadix5<V, TSource, TTarget>.Run(pass.Groups, pass.Parts, twiddles, source, target); break;
            case 8: LaneRadix8<V, TSource, TTarget>.Run(pass.Groups, pass.Parts, twiddles, source, target); break;
            default: LaneRadixOdd<V, TSource, TTarget>.Run(pass, twiddles, source, target); break;
        }
        GC.KeepAlive(plan);
    }
}
