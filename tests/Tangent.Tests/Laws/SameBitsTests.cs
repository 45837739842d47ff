using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>
/// The law of equal bits: what a reduction of something comes to does not depend on whether that was computed before or on the way,
/// on how it lies in memory, on compiling, on the number of threads, or on how often it ran.
/// </summary>
[Collection("threads")]
public class SameBitsTests
{
    private static readonly int[][] Shapes = [[300, 200], [200, 300], [8, 3000], [40, 33, 70], [7, 130, 3]];

    private static readonly (string Name, Func<NDArray, Axes, NDArray> Function)[] Reductions =
    [
        ("Sum", (x, axes) => Mx.Sum(x * 2, axes)),
        ("Prod", (x, axes) => Mx.Prod(1 + x / 64, axes)),
        ("Mean", (x, axes) => Mx.Mean(x * x, axes)),
        ("Var", (x, axes) => Mx.Var(x * 3 + 1, axes)),
        ("Std", (x, axes) => Mx.Std(x * x, axes)),
        ("LogSumExp", (x, axes) => Mx.LogSumExp(x * 2, axes)),
        ("Max", (x, axes) => Mx.Max(x * 2, axes)),
    ];

    public static TheoryData<string, DType> Cases
    {
        get
        {
            var cases = new TheoryData<string, DType>();
            foreach ((string name, _) in Reductions)
                foreach (DType dtype in (DType[])[DType.Float32, DType.Float64, DType.Float16, DType.BFloat16])
                    cases.Add(name, dtype);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void OfReductions(string name, DType dtype)
    {
        Func<NDArray, Axes, NDArray> f = Reductions.Single(entry => entry.Name == name).Function;
        foreach (int[] shape in Shapes)
            for (int subset = 1; subset < 1 << shape.Length; subset++)
            {
                var axes = new Axes([.. Enumerable.Range(0, shape.Length).Where(axis => (subset >> axis & 1) != 0)]);
                Check(x => f(x, axes), shape, dtype, $"{name} of {dtype}[{string.Join(',', shape)}] over {axes}");
            }
    }

    [Theory]
    [InlineData("CumSum")]
    [InlineData("CumProd")]
    [InlineData("LogCumSumExp")]
    [InlineData("Softmax")]
    public void AlongAnAxis(string name)
    {
        foreach (int[] shape in Shapes)
            for (int axis = 0; axis < shape.Length; axis++)
                Check(x => Scan(name, x, axis), shape, DType.Float32, $"{name} of [{string.Join(',', shape)}] along {axis}");
    }

    private static NDArray Scan(string name, NDArray x, int axis) => name switch
    {
        "CumSum" => Mx.CumSum(x * 2, axis),
        "CumProd" => Mx.CumProd(1 + x / 64, axis),
        "LogCumSumExp" => Mx.LogCumSumExp(x * 2, axis),
        _ => Mx.Softmax(x * 2, axis),
    };

    /// <summary>What the first issue was: after some evaluations the product was no longer kept for itself, and moved into the sum.</summary>
    [Fact]
    public void OfASumOfSomethingSortedHoweverOftenItRan()
    {
        NDArray a = Numbers([300, 200], DType.Float32);
        byte[] first = Bits(Mx.Sum(Mx.Sort(a, 0) * 2, 0));
        for (int turn = 0; turn < 100; turn++)
            Assert.Equal(first, Bits(Mx.Sum(Mx.Sort(a, 0) * 2, 0)));
        Assert.Equal(first, Bits(Mx.Compile(x => Mx.Sum(Mx.Sort(x, 0) * 2, 0))(a)));
    }

    [Fact]
    public void OfSumsAtRepeatedIndices()
    {
        NDArray x = Numbers([4000, 70], DType.Float32), indices = (Mx.Arange(4000) * 37 % 11).AsType(DType.Int32).Eval();
        Check(v => Mx.Grad(w => Mx.Sum(Mx.Take(w, indices, 0) * v))(Mx.Zeros((11, 70))), x, "cotangents of a gather");
    }

    private static void Check(Func<NDArray, NDArray> f, int[] shape, DType dtype, string what) => Check(f, Numbers(shape, dtype), what);

    private static void Check(Func<NDArray, NDArray> f, NDArray x, string what)
    {
        byte[] expected = OnThreads(1, () => Bits(f(x)));
        Func<NDArray, NDArray> compiled = Mx.Compile(f);
        foreach (NDArray view in Views(x))
            foreach (int threads in (ReadOnlySpan<int>)[1, 6])
                for (int turn = 0; turn < 2; turn++)
                {
                    Assert.True(expected.AsSpan().SequenceEqual(OnThreads(threads, () => Bits(f(view)))), $"{what}, {threads} threads, turn {turn}");
                    Assert.True(expected.AsSpan().SequenceEqual(OnThreads(threads, () => Bits(compiled(view)))), $"{what}, compiled, {threads} threads, turn {turn}");
                }
    }

    // The same elements in other places.
    private static IEnumerable<NDArray> Views(NDArray x)
    {
        yield return x;
        yield return Mx.Transpose(Mx.Contiguous(Mx.Transpose(x)).Eval());
        yield return Mx.Concatenate([x, x], -1).Eval()[Mx.Ellipsis, ..x.Shape[^1]];
        yield return Mx.Concatenate([x, x], 0).Eval()[..x.Shape[0]];
    }

    private static NDArray Numbers(int[] shape, DType dtype) =>
        Mx.Random.Normal(new Shape(shape), key: Mx.Random.Key(5)).AsType(dtype).Eval();

    private static byte[] OnThreads(int threads, Func<byte[]> run)
    {
        int before = Workers.Count;
        try
        {
            Workers.Count = threads;
            return run();
        }
        finally
        {
            Workers.Count = before;
        }
    }

    private static byte[] Bits(NDArray y) => [.. y.AsType(DType.Float64).ToArray<double>().SelectMany(BitConverter.GetBytes)];
}
