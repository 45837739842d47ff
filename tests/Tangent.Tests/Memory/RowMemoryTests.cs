using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>The gradient of a loop over the rows of an array needs memory in proportion to the rows.</summary>
[Collection("peak memory")]
public class RowMemoryTests
{
    private const int Few = 2_000, Many = 8_000, Width = 64;

    // 8,000 states and what is kept beside them: three times the 8 MB of the values alone.
    private const double Bound = 24;

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Loops = new()
    {
        ["rows read"] = RowsRead,
        ["slices read"] = x => Summed(x, t => x[t..(t + 1)]),
        ["rows taken"] = x => Summed(x, t => Mx.Take(x, t, 0)),
        ["rows written"] = RowsWritten,
        ["rows written and read"] = RowsWrittenAndRead,
    };

    public static TheoryData<string> Names => [.. Loops.Keys];

    [Theory, MemberData(nameof(Names))]
    public void LinearInTheRowsAndThreeTimesTheValuesAtMost(string loop)
    {
        double few = Peak.Of(() => Gradient(loop, Few));
        Peak.AtMost(Math.Min(Bound, 5 * few + 0.5), Peak.Of(() => Gradient(loop, Many)), $"{loop}, {Many} rows beside {few:0.0} MB for {Few}");
    }

    private static NDArray[] Gradient(string loop, int rows) => [Mx.Grad(Loops[loop])(Layers.Normal(1, (rows, Width)))];

    private static NDArray RowsRead(NDArray x) => Summed(x, t => x[t]);

    private static NDArray Summed(NDArray x, Func<int, NDArray> row)
    {
        NDArray h = Mx.Zeros(Width);
        for (int t = 0; t < x.Shape[0]; t++)
            h = Mx.Tanh(h * 0.5 + row(t));
        return Mx.Sum(h);
    }

    private static NDArray RowsWritten(NDArray x)
    {
        NDArray h = Mx.Zeros(x.Shape), scaled = x * 2;
        for (int t = 0; t < x.Shape[0]; t++)
            h[t] = Mx.Tanh(scaled[t]);
        return Mx.Sum(Mx.Square(h));
    }

    private static NDArray RowsWrittenAndRead(NDArray x)
    {
        NDArray h = Mx.Zeros(x.Shape);
        for (int t = 1; t < x.Shape[0]; t++)
            h[t] = Mx.Tanh(h[t - 1] * 0.5 + x[t]);
        return Mx.Sum(Mx.Square(h));
    }
}
