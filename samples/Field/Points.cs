using Tangent;

namespace Field;

/// <summary>Places and times [n] in float64.</summary>
internal sealed record Points(NDArray X, NDArray T)
{
    // Where a front forms.
    private const double Front = 0.15;

    /// <summary>Half of them everywhere, half near the front.</summary>
    public static Points Random(int count, NDArray key)
    {
        NDArray keys = Mx.Random.Split(key, 2);
        NDArray x = Mx.Random.Uniform(-1, 1, count, DType.Float64, keys[0]), t = Mx.Random.Uniform(0, 1, count, DType.Float64, keys[1]);
        return new(Mx.Where(Mx.Arange(count) < count / 2, x, Front * x), t);
    }

    /// <summary>A grid of n places at n times.</summary>
    public static Points Grid(int n)
    {
        NDArray[] grid = Mx.MeshGrid([Mx.Linspace(-1, 1, n, DType.Float64), Mx.Linspace(1.0 / n, 1, n, DType.Float64)]);
        return new(Mx.Flatten(grid[0]), Mx.Flatten(grid[1]));
    }
}
