using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Measures a function of two arguments at every register width, on pairs that the test chooses and, unless told not to, on random bit patterns.</summary>
internal static unsafe class BinaryAccuracy
{
    /// <summary>At most <paramref name="limit"/> ulp from the float64 function, whose own error is measured apart.</summary>
    public static void Float32<F>(Func<Random, (double X, double Y)> sample, double limit = 2, int count = 240_000, bool patterns = true)
        where F : struct, IBinaryFunction
    {
        (float[] x, float[] y) = Pairs(count, patterns, sample, value => (float)value, random => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        float[] z = Run32<F, Lanes128<float>>(x, y);
        AssertSame(x, y, z, Run32<F, Lanes256<float>>(x, y));
        AssertSame(x, y, z, Run32<F, Lanes512<float>>(x, y));
        double[] exact = Run64<F, Lanes512<double>>(Array.ConvertAll(x, value => (double)value), Array.ConvertAll(y, value => (double)value));
        var worst = new Worst();
        for (int i = 0; i < x.Length; i++) worst.Add(Ulp.Error(z[i], exact[i]), (x[i], y[i]), z[i]);
        worst.Check<F>(limit);
    }

    /// <summary>At most <paramref name="limit"/> ulp from the exact value, where there is one.</summary>
    public static void Float64<F>(Func<double, double, BigReal?> exact, Func<Random, (double X, double Y)> sample, double limit = 2, int count = 6_000, bool patterns = true)
        where F : struct, IBinaryFunction
    {
        (double[] x, double[] y) = Pairs(count, patterns, sample, value => value, random => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        double[] z = Run64<F, Lanes128<double>>(x, y);
        AssertSame(x, y, z, Run64<F, Lanes256<double>>(x, y));
        AssertSame(x, y, z, Run64<F, Lanes512<double>>(x, y));
        var worst = new Worst();
        for (int i = 0; i < x.Length; i++)
            if (double.IsFinite(x[i]) && double.IsFinite(y[i]) && exact(x[i], y[i]) is { } value)
                worst.Add(Ulp.Error(z[i], value), (x[i], y[i]), z[i]);
        worst.Check<F>(limit);
    }

    /// <summary>Every pair of the values, exactly as a scalar rule has it, the sign of zero included.</summary>
    public static void Special<F>(Func<double, double, double> expected, double[] xs, double[] ys)
        where F : struct, IBinaryFunction
    {
        foreach (double x in xs)
        {
            foreach (double y in ys)
            {
                double z = expected(x, y);
                AssertSame<double>([x], [y], [z], Run64<F, Lanes128<double>>([x], [y]));
                AssertSame<double>([x], [y], [z], Run64<F, Lanes512<double>>([x], [y]));
                AssertSame<float>([(float)x], [(float)y], [(float)z], Run32<F, Lanes128<float>>([(float)x], [(float)y]));
                AssertSame<float>([(float)x], [(float)y], [(float)z], Run32<F, Lanes512<float>>([(float)x], [(float)y]));
            }
        }
    }

    private static (T[] X, T[] Y) Pairs<T>(int count, bool patterns, Func<Random, (double X, double Y)> sample, Func<double, T> narrow, Func<Random, T> bits)
    {
        var random = new Random(count);
        var x = new T[count];
        var y = new T[count];
        for (int i = 0; i < count; i++)
        {
            (double first, double second) = sample(random);
            x[i] = patterns && i % 4 == 0 ? bits(random) : narrow(first);
            y[i] = patterns && i % 4 == 0 ? bits(random) : narrow(second);
        }
        return (x, y);
    }

    private static float[] Run32<F, V>(float[] x, float[] y)
        where F : struct, IBinaryFunction
        where V : unmanaged, ILanes<V, float>
    {
        var z = new float[x.Length];
        float* first = stackalloc float[V.Count], second = stackalloc float[V.Count];
        for (int i = 0; i < x.Length; i += V.Count)
        {
            int lanes = Math.Min(V.Count, x.Length - i);
            for (int k = 0; k < V.Count; k++) (first[k], second[k]) = (x[i + Math.Min(k, lanes - 1)], y[i + Math.Min(k, lanes - 1)]);
            V.Store(F.Float32(V.Load(first), V.Load(second)), first);
            for (int k = 0; k < lanes; k++) z[i + k] = first[k];
        }
        return z;
    }

    private static double[] Run64<F, V>(double[] x, double[] y)
        where F : struct, IBinaryFunction
        where V : unmanaged, ILanes<V, double>
    {
        var z = new double[x.Length];
        double* first = stackalloc double[V.Count], second = stackalloc double[V.Count];
        for (int i = 0; i < x.Length; i += V.Count)
        {
            int lanes = Math.Min(V.Count, x.Length - i);
            for (int k = 0; k < V.Count; k++) (first[k], second[k]) = (x[i + Math.Min(k, lanes - 1)], y[i + Math.Min(k, lanes - 1)]);
            V.Store(F.Float64(V.Load(first), V.Load(second)), first);
            for (int k = 0; k < lanes; k++) z[i + k] = first[k];
        }
        return z;
    }

    private static void AssertSame<T>(T[] x, T[] y, T[] expected, T[] actual)
        where T : struct, INumberBase<T>
    {
        for (int i = 0; i < x.Length; i++)
            if (!expected[i].Equals(actual[i]) || (!T.IsNaN(expected[i]) && T.IsNegative(expected[i]) != T.IsNegative(actual[i])))
                Assert.Fail($"at ({x[i]:R}, {y[i]:R}): {actual[i]:R}, expected {expected[i]:R}");
    }
}
