namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Arguments: random bit patterns of every exponent, numbers spread over a range, and the edges.</summary>
internal static class Samples
{
    public static float[] Single(int count, (double Low, double High) dense)
    {
        var random = new Random(count);
        var samples = new float[count];
        for (int i = 0; i < count; i++)
            samples[i] = i % 3 == 0 ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)) : (float)Spread(random, dense, i % 3 == 1);
        float[] edges = [0f, -0f, 1f, -1f, 0.5f, -0.5f, 2f, float.Epsilon, -float.Epsilon, 1.1754944e-38f, 1.1754942e-38f,
            float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, (float)dense.Low, (float)dense.High];
        edges.CopyTo(samples, 0);
        return samples;
    }

    public static double[] Double(int count, (double Low, double High) dense)
    {
        var random = new Random(count);
        var samples = new double[count];
        for (int i = 0; i < count; i++)
            samples[i] = i % 3 == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) : Spread(random, dense, i % 3 == 1);
        double[] edges = [0, -0.0, 1, -1, 0.5, -0.5, 2, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.225073858507201e-308,
            double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, dense.Low, dense.High];
        edges.CopyTo(samples, 0);
        return samples;
    }

    /// <summary>Uniform in the range, or with a uniform logarithm of the distance to a random one of its ends or to 0.</summary>
    public static double Spread(Random random, (double Low, double High) range, bool uniform)
    {
        double width = range.High - range.Low;
        if (uniform) return range.Low + width * random.NextDouble();
        double distance = width * Math.ScaleB(0.5 + 0.5 * random.NextDouble(), -random.Next(40));
        double x = random.Next(4) switch
        {
            0 => range.Low + distance,
            1 => range.High - distance,
            2 => distance,
            _ => -distance,
        };
        return Math.Clamp(x, range.Low, range.High);
    }
}
