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

    /// <summary>A matrix [size, size] far from singular, its rows in any order, so that pivots must be looked for.</summary>
    public static float[] Regular(int size, int seed)
    {
        float[] values = Uniform(size * size, seed), result = new float[size * size];
        int[] order = [.. Enumerable.Range(0, size)];
        new Random(seed).Shuffle(order);
        for (int i = 0; i < size; i++)
        {
            values[i * size + i] += 4 * MathF.Sqrt(size);
            values.AsSpan(i * size, size).CopyTo(result.AsSpan(order[i] * size));
        }
        return result;
    }

    /// <summary>A symmetric matrix [size, size] whose eigenvalues are positive, or not.</summary>
    public static float[] Symmetric(int size, int seed, bool positive)
    {
        float[] values = Uniform(size * size, seed), result = new float[size * size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                result[i * size + j] = (values[i * size + j] + values[j * size + i]) / 2 + (positive && i == j ? 4 * MathF.Sqrt(size) : 0);
        return result;
    }

    /// <summary>A lower triangular matrix [size, size] far from singular.</summary>
    public static float[] Triangular(int size, int seed)
    {
        float[] result = Uniform(size * size, seed, 2 / MathF.Sqrt(size));
        for (int i = 0; i < size; i++)
            for (int j = i; j < size; j++)
                result[i * size + j] = i == j ? 3 : 0;
        return result;
    }

    /// <summary>Several matrices, one after the other, of which each has a seed of its own.</summary>
    public static float[] Several(int count, Func<int, float[]> matrix) => [.. Enumerable.Range(1, count).SelectMany(matrix)];

    /// <summary>The mean of the absolute values, the usual check of a workload.</summary>
    public static double MeanMagnitude(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
            sum += Math.Abs(value);
        return sum / values.Length;
    }
}
