using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class TrigonometricPartsTests
{
    [Fact]
    public void Floats_next_to_multiples_of_a_right_angle_keep_their_accuracy()
    {
        var x = new float[83_000];
        for (int n = 0; n < x.Length; n++) x[n] = (float)(n * (Math.PI / 2));
        Check32<Sin>(x);
        Check32<Cos>(x);
        Check32<Tan>(x);
    }

    [Fact]
    public void Doubles_next_to_multiples_of_a_right_angle_keep_their_accuracy()
    {
        var random = new Random(3);
        var x = new double[600];
        for (int i = 0; i < x.Length; i++)
            x[i] = (double)(BigConstants.Pi.TimesPowerOfTwo(-1) * random.Next(1, 1 << random.Next(1, 31)));
        Check64<Sin>(x, BigTrigonometry.Sin);
        Check64<Cos>(x, BigTrigonometry.Cos);
        Check64<Tan>(x, BigTrigonometry.Tan);
    }

    private static void Check32<F>(float[] x)
        where F : struct, IUnaryFunction
    {
        float[] y = Accuracy.Run32<F, Lanes256<float>>(x);
        double[] exact = Accuracy.Run64<F, Lanes256<double>>(Array.ConvertAll(x, value => (double)value));
        var worst = new Worst();
        for (int i = 0; i < x.Length; i++) worst.Add(Ulp.Error(y[i], exact[i]), x[i], y[i]);
        worst.Check<F>(2);
    }

    private static void Check64<F>(double[] x, Func<BigReal, BigReal> exact)
        where F : struct, IUnaryFunction
    {
        double[] y = Accuracy.Run64<F, Lanes256<double>>(x);
        var worst = new Worst();
        for (int i = 0; i < x.Length; i++) worst.Add(Ulp.Error(y[i], exact(x[i])), x[i], y[i]);
        worst.Check<F>(2);
    }
}
