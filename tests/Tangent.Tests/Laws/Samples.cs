using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>All samples, and short ways to write them.</summary>
public static partial class Samples
{
    private static readonly Lazy<Dictionary<string, Sample>> Table = new(() => Families().SelectMany(family => family).ToDictionary(sample => sample.Id));

    /// <summary>Every sample by its name.</summary>
    public static IReadOnlyDictionary<string, Sample> All => Table.Value;

    /// <summary>The names, as cases of a theory.</summary>
    public static TheoryData<string> Ids => [.. All.Keys];

    /// <summary>Numbers in (low, high), the same for the same seed, as float64.</summary>
    public static NDArray Numbers(Shape shape, double low = -1, double high = 1, int seed = 0)
    {
        var random = new Random(1234 + seed);
        var values = new double[shape.Size];
        for (int i = 0; i < values.Length; i++)
            values[i] = low + ((high - low) * random.NextDouble());
        return Mx.Reshape(values, shape);
    }

    /// <summary>Complex numbers with both parts in (low, high).</summary>
    public static NDArray ComplexNumbers(Shape shape, double low = -1, double high = 1, int seed = 0)
    {
        double[] real = Numbers(shape, low, high, seed).ToArray<double>();
        double[] imaginary = Numbers(shape, low, high, seed + 77).ToArray<double>();
        Complex64[] values = [.. real.Zip(imaginary, (a, b) => new Complex64((float)a, (float)b))];
        return NDArray.Copy<Complex64>(values, DType.Complex64, shape);
    }

    private static Sample Unary(string op, Func<NDArray, NDArray> function, double low, double high) =>
        new(op, "matrix", x => [function(x[0])], Numbers((2, 3), low, high));

    private static Sample Binary(string op, Func<NDArray, NDArray, NDArray> function, double low, double high) =>
        new(op, "broadcast", x => [function(x[0], x[1])], Numbers((2, 3), low, high), Numbers(3, low, high, 1));

    private static Sample Flat(string op, Func<NDArray, NDArray> function, string why) =>
        new(op, "flat", x => [function(x[0])], Numbers((2, 3), -2, 2)) { Constant = why };

    private static Sample Of(string op, string variant, Func<NDArray, NDArray> function, Shape shape, double low = -1, double high = 1) =>
        new(op, variant, x => [function(x[0])], Numbers(shape, low, high));

    private static Sample Of(string op, string variant, Func<NDArray, NDArray, NDArray> function, Shape first, Shape second) =>
        new(op, variant, x => [function(x[0], x[1])], Numbers(first), Numbers(second, seed: 1));
}
