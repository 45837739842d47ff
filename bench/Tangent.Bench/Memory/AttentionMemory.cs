namespace Tangent.Bench;

/// <summary>The peaks of attention, its derivatives and theirs, beside what they read and return: no array of all scores is among them.</summary>
internal static class AttentionMemory
{
    private const int Width = 64;
    private const double Megabyte = 1 << 20;

    private static readonly int[] Lengths = [1024, 4096, 16384];

    private static readonly (string Name, Func<NDArray[], NDArray[]> Function)[] Derivatives =
    [
        ("value", x => [Attend(x)]),
        ("and jvp", x => Jvp(v => [Attend(v)], x)),
        ("and gradient", Gradient),
        ("gradient and jvp", x => Jvp(Gradient, x)),
    ];

    public static bool IsLinear()
    {
        bool isLinear = true;
        foreach ((string name, Func<NDArray[], NDArray[]> function) in Derivatives)
        {
            double[] peaks = [.. Lengths.Select(length => Peak(function, length))];
            Console.WriteLine($"  {name,-16} {string.Join(", ", Lengths.Zip(peaks, (length, peak) => FormattableString.Invariant($"{length}: {peak:0.0} MB")))}");
            isLinear &= peaks[2] <= 5 * peaks[1];
        }
        return isLinear;
    }

    private static NDArray Attend(NDArray[] x) => Mx.Fast.ScaledDotProductAttention(x[0], x[1], x[2], 1 / Math.Sqrt(Width));

    private static NDArray[] Gradient(NDArray[] x) => Mx.Vjp(v => [Attend(v)], x, [x[0]]).Cotangents;

    private static NDArray[] Jvp(Func<NDArray[], NDArray[]> function, NDArray[] x)
    {
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(function, x, x);
        return [.. y, .. dy];
    }

    private static double Peak(Func<NDArray[], NDArray[]> function, int length)
    {
        NDArray[] x = [.. Enumerable.Range(1, 3).Select(i => TangentLibrary.Uniform(i, 1, 1, length, Width))];
        Mx.Eval(x);
        GC.Collect();
        Mx.ClearCache();
        long before = Mx.GetActiveMemory();
        Mx.ResetPeakMemory();
        Mx.Eval(function(x));
        return (Mx.GetPeakMemory() - before) / Megabyte;
    }
}
