using Xunit;

namespace Tangent.Tests.Primitives;

/// <summary>Holds the rules of a function of float64 arrays against each other and against finite differences.</summary>
internal static class RuleChecks
{
    private const double Step = 1e-5;

    /// <summary>Checks forward against finite differences, reverse against forward, batches against slices; then the same of the forward derivative.</summary>
    public static void All(Func<NDArray[], NDArray> function, params NDArray[] x)
    {
        First(function, x);
        int count = x.Length;
        First(v => Push(function, v[..count], v[count..]), [.. x, .. x.Select((array, i) => Direction(array, 10 + i))]);
    }

    /// <summary>An array of a shape with numbers from -1 to 1, the same in every run.</summary>
    public static NDArray Numbers(Shape shape, int seed = 1)
    {
        var random = new Random(seed);
        var values = new double[shape.Size];
        for (int i = 0; i < values.Length; i++)
            values[i] = 2 * random.NextDouble() - 1;
        return Mx.Reshape(values, shape);
    }

    /// <summary>Equal elements, within rounding.</summary>
    public static void Close(double[] expected, double[] actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * (1 + Math.Abs(expected[i])), $"Element {i} is {actual[i]}, not {expected[i]}.");
    }

    private static void First(Func<NDArray[], NDArray> function, NDArray[] x)
    {
        NDArray[] dx = [.. x.Select((array, i) => Direction(array, 20 + i))];
        NDArray dy = Push(function, x, dx);
        double[] plus = function([.. x.Select((array, i) => array + dx[i] * Step)]).ToArray<double>();
        double[] minus = function([.. x.Select((array, i) => array - dx[i] * Step)]).ToArray<double>();
        Close([.. plus.Select((value, i) => (value - minus[i]) / (2 * Step))], dy.ToArray<double>(), 1e-6);

        NDArray ct = Direction(dy, 30);
        NDArray[] cx = Mx.Vjp(v => [function(v)], x, [ct]).Cotangents;
        Close([Dot(ct, dy)], [cx.Select((array, i) => Dot(array, dx[i])).Sum()]);
        Batches(function, x, dx);
    }

    private static void Batches(Func<NDArray[], NDArray> function, NDArray[] x, NDArray[] other)
    {
        double[] first = function(x).ToArray<double>();
        for (int mapped = 1; mapped < 1 << Math.Min(x.Length, 3); mapped++)
        {
            int?[] axes = [.. x.Select((array, i) => i > 2 || (mapped >> i & 1) == 1 ? (i + mapped) % (array.Rank + 1) : (int?)null)];
            double[] second = function([.. x.Select((array, i) => axes[i] is null ? array : other[i])]).ToArray<double>();
            NDArray[] pairs = [.. x.Select((array, i) => axes[i] is { } axis ? Pair(array, other[i], axis) : array)];
            NDArray y = Mx.Vmap(v => [function(v)], axes)(pairs)[0];
            Close([.. first, .. second], y.ToArray<double>());
        }
    }

    private static NDArray Push(Func<NDArray[], NDArray> function, NDArray[] x, NDArray[] dx) =>
        Mx.Jvp(v => [function(v)], x, dx).Tangents[0];

    private static NDArray Direction(NDArray like, int seed) => Numbers(like.Shape, seed);

    private static double Dot(NDArray x, NDArray y) =>
        x.ToArray<double>().Zip(y.ToArray<double>(), (a, b) => a * b).Sum();

    private static NDArray Pair(NDArray x, NDArray y, int axis) =>
        Mx.MoveAxis(Mx.Reshape(x.ToArray<double>().Concat(y.ToArray<double>()).ToArray(), x.Shape.Insert(0, 2)), 0, axis);
}
