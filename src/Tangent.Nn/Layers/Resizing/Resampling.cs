namespace Tangent.Layers;

/// <summary>How one axis is resampled: each new element is a sum of old ones, at so many places with a weight each.</summary>
/// <param name="Length">The number of new elements.</param>
/// <param name="Places">For each term the place of the old element, for each new one.</param>
/// <param name="Weights">For each term the weight, for each new element; null where there is one of weight 1.</param>
internal sealed record Resampling(int Length, int[][] Places, float[][]? Weights)
{
    private const double Sharpness = -0.75, AntialiasSharpness = -0.5;

    /// <summary>The old element nearest to the centre of each new one. In float32, as MLX does: at a tie the digits decide.</summary>
    public static Resampling Nearest(int length, double scale)
    {
        int count = Count(length, scale);
        (double step, double start) = Steps(count, length, scale);
        var places = new int[count];
        for (int i = 0; i < count; i++)
        {
            float stepped = i * (float)step;
            places[i] = Math.Clamp((int)MathF.Round(stepped - (float)start), 0, length - 1);
        }
        return new(count, [places], null);
    }

    /// <summary>A line between two old elements.</summary>
    public static Resampling Linear(int length, double scale, bool alignCorners) =>
        Of(length, scale, alignCorners, 1, (center, place) => Math.Max(0, 1 - Math.Abs(center - place)), clampCenter: true);

    /// <summary>A cubic through four old elements.</summary>
    public static Resampling Cubic(int length, double scale, bool alignCorners) =>
        Of(length, scale, alignCorners, 2, (center, place) => Keys(center - place, Sharpness), clampCenter: false);

    /// <summary>The same mean of more old elements where there are fewer new ones, so that none is left out.</summary>
    public static Resampling Antialiased(int length, double scale, bool isCubic)
    {
        double spread = Math.Max(1, 1 / scale);
        int reach = isCubic ? 2 : 1, count = Count(length, scale), terms = (int)Math.Ceiling(reach * spread) * 2 + 1;
        int[][] places = Table<int>(terms, count);
        float[][] weights = Table<float>(terms, count);
        for (int i = 0; i < count; i++)
        {
            double center = (i + 0.5) / scale - 0.5, sum = 0;
            int first = (int)Math.Floor(center) - (terms / 2) + 1;
            var found = new double[terms];
            for (int k = 0; k < terms; k++)
                if (first + k >= 0 && first + k < length)
                    sum += found[k] = Filter((first + k - center) / spread, isCubic);
            for (int k = 0; k < terms; k++)
                (places[k][i], weights[k][i]) = (Math.Clamp(first + k, 0, length - 1), (float)(found[k] / sum));
        }
        return new(count, places, weights);
    }

    /// <summary>The array with an axis resampled.</summary>
    public NDArray Apply(NDArray x, int axis)
    {
        NDArray? sum = null;
        for (int k = 0; k < Places.Length; k++)
        {
            NDArray term = Mx.Take(x, Places[k], axis);
            if (Weights is not null)
                term *= Mx.AsType(Mx.Reshape(Weights[k], Shape.Create([Length, .. Enumerable.Repeat(1, x.NDim - axis - 1)])), x.DType);
            sum = sum is null ? term : sum + term;
        }
        return sum!;
    }

    private static Resampling Of(int length, double scale, bool alignCorners, int reach, Func<double, int, double> weight, bool clampCenter)
    {
        int count = Count(length, scale);
        int[][] places = Table<int>(2 * reach, count);
        float[][] weights = Table<float>(2 * reach, count);
        for (int i = 0; i < count; i++)
        {
            double center = Center(i, count, length, scale, alignCorners);
            if (clampCenter)
                center = Math.Clamp(center, 0, length - 1);
            int first = (int)Math.Floor(center) - reach + 1;
            for (int k = 0; k < 2 * reach; k++)
                (places[k][i], weights[k][i]) = (Math.Clamp(first + k, 0, length - 1), (float)weight(center, first + k));
        }
        return new(count, places, weights);
    }

    private static int Count(int length, double scale) => (int)(scale * length);

    private static double Center(int i, int count, int length, double scale, bool alignCorners)
    {
        if (alignCorners)
            return count == 1 ? 0 : i * ((length - 1) / (count - 1.0));
        (double step, double start) = Steps(count, length, scale);
        return (i * step) - start;
    }

    // What is left over at the end by rounding down is shared by both ends.
    private static (double Step, double Start) Steps(int count, int length, double scale) => (1 / scale, (((count - 1) / scale) - length + 1) / 2);

    private static double Filter(double distance, bool isCubic) => isCubic ? Keys(distance, AntialiasSharpness) : Math.Max(0, 1 - Math.Abs(distance));

    private static double Keys(double distance, double a)
    {
        double x = Math.Abs(distance);
        return x <= 1 ? ((((a + 2) * x) - (a + 3)) * x * x) + 1 : x < 2 ? ((((x - 5) * x) + 8) * x - 4) * a : 0;
    }

    private static T[][] Table<T>(int terms, int count) => [.. Enumerable.Range(0, terms).Select(_ => new T[count])];
}
