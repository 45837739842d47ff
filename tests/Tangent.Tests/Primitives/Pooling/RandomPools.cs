using Tangent.Tests.Laws;

namespace Tangent.Tests.Primitives.Pooling;

/// <summary>Random windows over numbers of which no two are near each other.</summary>
internal static class RandomPools
{
    public static void HaveRightDerivatives(Func<NDArray, PerAxis, PerAxis?, PerAxis?, NDArray> pool)
    {
        var random = new Random(7);
        for (int i = 0; i < 60; i++)
        {
            int axes = random.Next(1, 4);
            PerAxis window = Numbers(1, 4), stride = Numbers(1, 4);
            PerAxis padding = (int[])[.. window.Select(length => random.Next((length / 2) + 1))];
            Shape shape = new([random.Next(1, 3), .. Numbers(4, 7), random.Next(1, 4)]);
            NDArray x = Mx.Reshape(Mx.ArgSort(Samples.Numbers((int)shape.Size, seed: i)).AsType(DType.Float64) / 50.0, shape);
            Law.Derivatives(v => [pool(v[0], window, stride, padding)], [x], 1e-6);

            int[] Numbers(int from, int end) => [.. Enumerable.Range(0, axes).Select(_ => random.Next(from, end))];
        }
    }
}
