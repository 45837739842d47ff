using System.Runtime.CompilerServices;
using Tangent.Kernels;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>Loops that read and write an array row by row: derivatives cost a row for each turn, never the array.</summary>
[Collection("memory limit")]
public class RowsInALoopTests
{
    private const int Columns = 64;

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Loops = new()
    {
        ["reads a row"] = x => Sum(x, 0, t => Mx.Sin(x[t])),
        ["reads two rows"] = x => Sum(x, 1, t => Mx.Sin(x[t]) * x[t - 1]),
        ["reads rows at places in arrays"] = x => Sum(x, 0, t => Mx.Sin(Mx.Slice(x, t, 0, (1, x.Shape[1])))),
        ["reads pairs of rows backwards"] = x => Sum(x, 2, t => Mx.Sin(x[Mx.Every(-2, t, t - 2)]) * x[(t - 2)..(t - 1)]),
        ["reads rows that it chooses from"] = x => Sum(x, 0, t => Mx.Where(x[t] > 0, Mx.Sqrt(x[t]), Mx.Square(x[t]))),
        ["unstacks"] = x => Mx.Unstack(x).Aggregate(Mx.Zeros(x.Shape[1], x.DType), (sum, row) => sum + Mx.Sin(row)).Sum(),
        ["splits"] = x => Mx.Split(x, x.Shape[0]).Aggregate(Mx.Zeros((1, x.Shape[1]), x.DType), (sum, row) => sum + Mx.Sin(row)).Sum(),
        ["reads in checkpoints"] = x => Sum(x, 1, t => Mx.Checkpoint((NDArray y) => Mx.Sin(x[t]) * y)(x[t - 1])),
        ["writes a row for each that it reads"] = x => Written(x, (h, t) => h[t] = Mx.Sin(x[t])),
        ["writes every other row"] = x => Written(x, (h, t) => h[t / 2 * 2] = Mx.Sin(x[t])),
        ["writes rows at places in arrays"] = x => Written(x, (h, t) => h[new[] { t }] = Mx.Sin(x[t..(t + 1)])),
        ["adds to rows"] = x => { NDArray h = Mx.Zeros(x.Shape, x.DType); for (int t = 0; t < x.Shape[0]; t++) h = h.At[t / 3].Add(Mx.Sin(x[t])); return Mx.Sum(h * h * x); },
        ["writes what it read back"] = x => Written(x, (h, t) => h[t] = Mx.Tanh((t > 0 ? h[t - 1] * 0.5 : 0) + x[t])),
        ["writes what it read back from two turns ago"] = x => Written(x, (h, t) => h[t] = Mx.Tanh((t > 1 ? h[t - 2] * h[t - 1] : 0) + x[t])),
        ["scans"] = Scan,
    };

    public static TheoryData<string> Names => [.. Loops.Keys];

    [Theory, MemberData(nameof(Names))]
    public void DerivativesOfAnyOrderAreRight(string loop)
    {
        NDArray x = Samples.Numbers((6, 2), 0.2, 0.9);
        Func<NDArray[], NDArray[]> f = v => [Loops[loop](v[0])];
        Law.Derivatives(f, [x], 1e-6);
        Func<NDArray[], NDArray[]> gradient = v => [Mx.Grad(Loops[loop])(v[0])];
        Law.Derivatives(gradient, [x], 1e-6);
        Law.Vmap(gradient, [x]);
        Law.Derivatives(v => [Mx.Hvp(Loops[loop], v[0], x).Product], [x], 1e-5);
        Law.Compiled(gradient, [x], true);
    }

    [Theory, MemberData(nameof(Names))]
    public void InEveryType(string loop)
    {
        NDArray x = Samples.Numbers((6, 2), 0.2, 0.9);
        double[] expected = Mx.Grad(Loops[loop])(x).ToArray<double>();
        foreach (DType dtype in new[] { DType.Float32, DType.Float16, DType.BFloat16 })
        {
            NDArray gradient = Mx.Grad(Loops[loop])(Mx.AsType(x, dtype));
            Assert.Equal(dtype, gradient.DType);
            double[] actual = Mx.AsType(gradient, DType.Float64).ToArray<double>();
            double allowed = dtype is DType.Float32 ? 1e-5 : 0.1;
            Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= allowed * Math.Max(1, Math.Abs(pair.First)), $"{dtype}: {pair}"));
        }
    }

    // What the steps of a plan of the gradient fill, where they do not work in place.
    [Theory, MemberData(nameof(Names))]
    public void TheBytesThatAGradientWritesGrowWithTheRows(string loop)
    {
        long half = BytesFilled(loop, 500), all = BytesFilled(loop, 1000);
        Assert.True(all <= 2.2 * half, $"{half:N0} bytes for 500 rows, {all:N0} for 1,000");
        long product = BytesFilled(loop, 500, Product), products = BytesFilled(loop, 1000, Product);
        Assert.True(products <= 2.2 * product, $"Hvp: {product:N0} bytes for 500 rows, {products:N0} for 1,000");
    }

    [Theory]
    [InlineData("reads a row")]
    [InlineData("writes a row for each that it reads")]
    [InlineData("writes what it read back")]
    public void TheMemoryOfAGradientGrowsWithTheRows(string loop)
    {
        long[] peaks = [.. new[] { 2000, 4000, 8000 }.Select(rows => Peak(Mx.Compile(Mx.Grad(Loops[loop])), rows))];
        long forward = Peak(Mx.Compile(Loops[loop]), 8000);
        Assert.True(peaks[1] <= 2.2 * peaks[0] && peaks[2] <= 2.2 * peaks[1], $"{peaks[0]:N0}, {peaks[1]:N0}, {peaks[2]:N0} bytes");
        Assert.True(peaks[2] <= 3 * forward, $"{peaks[2]:N0} bytes for the gradient, {forward:N0} for the loop");
    }

    private static NDArray Product(Func<NDArray, NDArray> f, NDArray x) => Mx.Hvp(f, x, x).Product;

    private static NDArray Numbers(int rows) => Mx.Reshape(Mx.Arange((float)(rows * Columns)), (rows, Columns)) / (rows * Columns);

    private static long BytesFilled(string loop, int rows) => BytesFilled(loop, rows, (f, x) => Mx.Grad(f)(x));

    private static long BytesFilled(string loop, int rows, Func<Func<NDArray, NDArray>, NDArray, NDArray> derivative)
    {
        NDArray x = Numbers(rows).Eval();
        NDArray y = Made(() => derivative(Loops[loop], x));
        GC.Collect();
        var graph = Decomposition.Of([y.Node]);
        KeepPolicy.Mark(graph, [y.Node]);
        return Plan.Build(graph).Operations.Where(operation => operation.Overwritten is null).Sum(operation => operation.Outputs.Sum(output => output.Bytes));
    }

    // A method of its own, so that no handle on what lies between lives when the plan is made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray Made(Func<NDArray> f) => f();

    // Together with the array that the loop reads.
    private static long Peak(Func<NDArray, NDArray> f, int rows)
    {
        NDArray x = Numbers(rows).Eval();
        f(x).Eval();
        for (int i = 0; i < 3; i++)
            BufferPool.Shared.CollectAll();
        long before = Mx.GetActiveMemory();
        Mx.ResetPeakMemory();
        f(x).Eval();
        return Mx.GetPeakMemory() - before + x.Node.Bytes;
    }

    private static NDArray Sum(NDArray x, int start, Func<int, NDArray> term)
    {
        NDArray sum = Mx.Zeros(x.Shape[1], x.DType);
        for (int t = start; t < x.Shape[0]; t++)
            sum += term(t);
        return Mx.Sum(sum);
    }

    private static NDArray Written(NDArray x, Action<NDArray, int> write)
    {
        NDArray h = Mx.Zeros(x.Shape, x.DType);
        for (int t = 0; t < x.Shape[0]; t++)
            write(h, t);
        return Mx.Sum(h * h * x);
    }

    private static NDArray Scan(NDArray x)
    {
        NDArray weights = Mx.Full((x.Shape[1], x.Shape[1]), 0.01, x.DType);
        NDArray h = Mx.Zeros(x.Shape[1], x.DType);
        for (int t = 0; t < x.Shape[0]; t++)
            h = Mx.Tanh(Mx.MatMul(weights, h) + x[t]);
        return Mx.Sum(h * h);
    }
}
