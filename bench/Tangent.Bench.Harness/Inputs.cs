namespace Tangent.Bench.Harness;

/// <summary>The data of the workloads: the same numbers in every library and every run.</summary>
public static class Inputs
{
    /// <summary><paramref name="count"/> numbers from [-2, 2).</summary>
    public static float[] Uniform(int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = random.NextSingle() * 4 - 2;
        return values;
    }

    /// <summary><paramref name="count"/> numbers from [-<paramref name="bound"/>, <paramref name="bound"/>).</summary>
    public static float[] Uniform(int count, int seed, float bound) => [.. Uniform(count, seed).Select(value => value * bound / 2)];

    /// <summary><paramref name="count"/> times 1 or -1: a factor that can be applied again and again.</summary>
    public static float[] Signs(int count, int seed) => [.. Uniform(count, seed).Select(value => value < 0 ? -1f : 1f)];

    /// <summary><paramref name="count"/> numbers from [0, classes).</summary>
    public static int[] Labels(int count, int classes, int seed)
    {
        var random = new Random(seed);
        var values = new int[count];
        foreach (ref int value in values.AsSpan())
            value = random.Next(classes);
        return values;
    }

    /// <summary>The mean of the absolute values, the usual check of a workload.</summary>
    public static double MeanMagnitude(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
            sum += Math.Abs(value);
        return sum / values.Length;
    }
}
