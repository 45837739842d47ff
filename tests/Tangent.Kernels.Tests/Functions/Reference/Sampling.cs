namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>
/// Where to measure a function: its arguments are dense where it is neither saturated nor trivial, and its exact value is
/// defined in a domain.
/// </summary>
internal sealed record Sampling(double Low, double High, double DomainLow = double.MinValue, double DomainHigh = double.MaxValue)
{
    public bool Contains(double x) => double.IsFinite(x) && x >= DomainLow && x <= DomainHigh;

    /// <summary>
    /// Random bit patterns of every exponent, numbers spread over the dense range, and the edges.
    /// </summary>
    public float[] Singles(int count)
    {
        var random = new Random(count);
        var samples = new float[count];
        for (int i = 0; i < count; i++)
            samples[i] = i % 3 == 0 ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)) : (float)Spread(random, i % 3 == 1);
        float[] edges = [0f, -0f, 1f, -1f, 0.5f, -0.5f, 2f, float.Epsilon, -float.Epsilon, 1.1754944e-38f, 1.1754942e-38f,
            float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, (float)Low, (float)High];
        edges.CopyTo(samples, 0);
        return samples;
    }

    /// <inheritdoc cref="Singles"/>
    public double[] Doubles(int count)
    {
        var random = new Random(count);
        var samples = new double[count];
        for (int i = 0; i < count; i++)
            samples[i] = i % 3 == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) : Spread(random, i % 3 == 1);
        double[] edges = [0, -0.0, 1, -1, 0.5, -0.5, 2, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.225073858507201e-308,
            double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, Low, High];
        edges.CopyTo(samples, 0);
        return samples;
    }

    /// <summary>Uniform in the range, or with a uniform logarithm of the distance to a random one of its ends or to 0.</summary>
    private double Spread(Random random, bool uniform)
    {
        double width = High - Low;
        if (uniform) return Low + width * random.NextDouble();
        double distance = width * Math.ScaleB(0.5 + 0.5 * random.NextDouble(), -random.Next(40));
        double x = random.Next(4) switch
        {
            0 => Low + distance,
            1 => High - distance,
            2 => distance,
            _ => -distance,
        };
        return Math.Clamp(x, Low, High);
    }
}
