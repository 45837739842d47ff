using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of an odd radix by its definition, in (radix - 1)² multiplications: sums and differences of opposite elements share cosines and sines.</summary>
internal static unsafe class LaneRadixOdd<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LanePass pass, int radix)
    {
        float* roots = stackalloc float[2 * radix];
        for (int i = 0; i < radix; i++)
        {
            (double cosine, double sine) = FourierTable.Root(i, radix);
            (roots[2 * i], roots[2 * i + 1]) = ((float)cosine, (float)-sine);
        }
        // Of each pair of opposite elements the sum and the difference, real and imaginary parts.
        V* pairs = stackalloc V[2 * (radix - 1)];
        nint element = LaneTransform<V>.Element;
        nint near = pass.Parts * element, far = pass.Groups * near;
        for (int group = 0; group < pass.Groups; group++)
            for (int part = 0; part < pass.Parts; part++)
                RunGroup(
                    pass, radix, pass.X + group * near + part * element, far, pass.Y + radix * group * near + part * element, near,
                    group == 0 ? null : pass.Twiddles + 2L * (radix - 1) * group, roots, pairs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunGroup(LanePass pass, int radix, float* x, nint far, float* y, nint near, float* w, float* roots, V* pairs)
    {
        nint re = pass.Real, im = pass.Imaginary;
        int half = radix / 2;
        V firstRe = V.Load(x + re), firstIm = V.Load(x + im), sumRe = firstRe, sumIm = firstIm;
        for (int j = 0; j < half; j++)
        {
            float* one = x + (j + 1) * far, other = x + (radix - 1 - j) * far;
            V r1 = V.Load(one + re), i1 = V.Load(one + im), r2 = V.Load(other + re), i2 = V.Load(other + im);
            (pairs[4 * j], pairs[4 * j + 1], pairs[4 * j + 2], pairs[4 * j + 3]) = (r1 + r2, i1 + i2, r1 - r2, i1 - i2);
            sumRe += r1 + r2;
            sumIm += i1 + i2;
        }
        LaneStore<V>.Plain(y, re, im, sumRe, sumIm);
        for (int k = 1; k <= half; k++)
        {
            V evenRe = firstRe, evenIm = firstIm, oddRe = V.Broadcast(0), oddIm = oddRe;
            int angle = 0;
            for (int j = 0; j < half; j++)
            {
                angle += k;
                angle -= angle >= radix ? radix : 0;
                V cosine = V.Broadcast(roots[2 * angle]), sine = V.Broadcast(roots[2 * angle + 1]);
                evenRe = V.FusedMultiplyAdd(pairs[4 * j], cosine, evenRe);
                evenIm = V.FusedMultiplyAdd(pairs[4 * j + 1], cosine, evenIm);
                oddRe = V.FusedMultiplyAdd(pairs[4 * j + 2], sine, oddRe);
                oddIm = V.FusedMultiplyAdd(pairs[4 * j + 3], sine, oddIm);
            }
            Put(y + k * near, re, im, evenRe + oddIm, evenIm - oddRe, w == null ? null : w + 2 * (k - 1));
            Put(y + (radix - k) * near, re, im, evenRe - oddIm, evenIm + oddRe, w == null ? null : w + 2 * (radix - k - 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* y, nint real, nint imaginary, V re, V im, float* twiddle)
    {
        if (twiddle == null)
            LaneStore<V>.Plain(y, real, imaginary, re, im);
        else
            LaneStore<V>.Turned(y, real, imaginary, re, im, twiddle);
    }
}
