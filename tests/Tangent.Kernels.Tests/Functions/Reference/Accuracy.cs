using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Measures a function of one argument at every register width.</summary>
internal static unsafe class Accuracy
{
    /// <summary>At most <paramref name="limit"/> ulp from the verified float64 function, over all floats' exponents.</summary>
    public static void Float32<F>(Sampling sampling, double limit = 2, int count = 240_000)
        where F : struct, IUnaryFunction
    {
        float[] x = sampling.Singles(count);
        float[] y = Run32<F, Lanes128<float>>(x);
        AssertSame(x, y, Run32<F, Lanes256<float>>(x));
        AssertSame(x, y, Run32<F, Lanes512<float>>(x));
        double[] exact = Run64<F, Lanes512<double>>(Array.ConvertAll(x, value => (double)value));
        var worst = new Worst();
        for (int i = 0; i < x.Length; i++) worst.Add(Ulp.Error(y[i], exact[i]), x[i], y[i]);
        worst.Check<F>(limit);
    }

    /// <summary>At most <paramref name="limit"/> ulp from the exact value.</summary>
    public static void Float64<F>(Func<BigReal, BigReal> exact, Sampling sampling, double limit = 2, int count = 6_000)
        where F : struct, IUnaryFunction
    {
        double[] x = sampling.Doubles(count);
        double[] y = Run64<F, Lanes128<double>>(x);
        AssertSame(x, y, Run64<F, Lanes256<double>>(x));
        AssertSame(x, y, Run64<F, Lanes512<double>>(x));
        var worst = new Worst();
        for (int i = 0; i < x.Length; i++)
            if (sampling.Contains(x[i])) worst.Add(Ulp.Error(y[i], exact(x[i])), x[i], y[i]);
        worst.Check<F>(limit);
    }

    /// <summary>Exact results, the sign of zero included, in both types and at every width.</summary>
    public static void Special<F>(params (double X, double Expected)[] cases)
        where F : struct, IUnaryFunction
    {
        foreach ((double x, double expected) in cases)
        {
            AssertSame<double>([x], [expected], Run64<F, Lanes128<double>>([x]));
            AssertSame<double>([x], [expected], Run64<F, Lanes512<double>>([x]));
            AssertSame<float>([(float)x], [(float)expected], Run32<F, Lanes128<float>>([(float)x]));
            AssertSame<float>([(float)x], [(float)expected], Run32<F, Lanes512<float>>([(float)x]));
        }
    }

    public static float[] Run32<F, V>(float[] x)
        where F : struct, IUnaryFunction
        where V : unmanaged, ILanes<V, float>
    {
        var y = new float[x.Length];
        float* buffer = stackalloc float[V.Count];
        for (int i = 0; i < x.Length; i += V.Count)
        {
            int lanes = Math.Min(V.Count, x.Length - i);
            for (int k = 0; k < V.Count; k++) buffer[k] = x[i + Math.Min(k, lanes - 1)];
            V.Store(F.Float32(V.Load(buffer)), buffer);
            for (int k = 0; k < lanes; k++) y[i + k] = buffer[k];
        }
        return y;
    }

    public static double[] Run64<F, V>(double[] x)
        where F : struct, IUnaryFunction
        where V : unmanaged, ILanes<V, double>
    {
        var y = new double[x.Length];
        double* buffer = stackalloc double[V.Count];
        for (int i = 0; i < x.Length; i += V.Count)
        {
            int lanes = Math.Min(V.Count, x.Length - i);
            for (int k = 0; k < V.Count; k++) buffer[k] = x[i + Math.Min(k, lanes - 1)];
            V.Store(F.Float64(V.Load(buffer)), buffer);
            for (int k = 0; k < lanes; k++) y[i + k] = buffer[k];
        }
        return y;
    }

    private static void AssertSame<T>(T[] x, T[] expected, T[] actual)
        where T : struct, INumberBase<T>
    {
        for (int i = 0; i < x.Length; i++)
            if (!expected[i].Equals(actual[i]) || (!T.IsNaN(expected[i]) && T.IsNegative(expected[i]) != T.IsNegative(actual[i])))
                Assert.Fail($"at {x[i]:R}: {actual[i]:R}, expected {expected[i]:R}");
    }
}
