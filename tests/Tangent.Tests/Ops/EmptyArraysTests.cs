using Xunit;

namespace Tangent.Tests.Ops;

/// <summary>Axes without elements: reductions along them, products over them, and what makes or joins such arrays.</summary>
public class EmptyArraysTests
{
    private static readonly NDArray Tall = Mx.Zeros((0, 3), DType.Float64);
    private static readonly NDArray Flat = Mx.Zeros((3, 0), DType.Float64);

    public static TheoryData<string, double> Reductions => new()
    {
        { "Sum", 0 }, { "Prod", 1 }, { "Mean", double.NaN }, { "Var", double.NaN }, { "Std", double.NaN }, { "LogSumExp", double.NegativeInfinity },
    };

    private static NDArray Reduce(string name, NDArray x, Axes? axis) => name switch
    {
        "Sum" => Mx.Sum(x, axis),
        "Prod" => Mx.Prod(x, axis),
        "Mean" => Mx.Mean(x, axis),
        "Var" => Mx.Var(x, axis),
        "Std" => Mx.Std(x, axis),
        "LogSumExp" => Mx.LogSumExp(x, axis),
        "Max" => Mx.Max(x, axis),
        "Min" => Mx.Min(x, axis),
        "Median" => Mx.Median(x, axis),
        "ArgMax" => Mx.ArgMax(x, axis?[0]),
        _ => Mx.ArgMin(x, axis?[0]),
    };

    [Theory, MemberData(nameof(Reductions))]
    public void ReductionsOfNothing(string name, double expected)
    {
        Assert.Equal([expected, expected, expected], Reduce(name, Tall, 0).ToArray<double>());
        Assert.Equal(expected, Reduce(name, Tall, null).Item<double>());
        Assert.Equal(new Shape([0]), Reduce(name, Tall, 1).Eval().Shape);
        Assert.Equal(Tall.Shape, Mx.Grad(x => Reduce(name, x, null))(Tall).Eval().Shape);
        Assert.Equal(new Shape([3]), Mx.Jvp(x => Reduce(name, x, 0), Tall, Tall).Tangents.Eval().Shape);
        Assert.Equal([expected, expected, expected], Mx.Compile((NDArray x) => Reduce(name, x, 0))(Tall).ToArray<double>());
    }

    [Theory]
    [InlineData("Max")]
    [InlineData("Min")]
    [InlineData("Median")]
    [InlineData("ArgMax")]
    [InlineData("ArgMin")]
    public void AChoiceFromNothingIsRefused(string name)
    {
        Refusal.Argument($"{name}: shape [0,3] has no elements along axes [0].", () => Reduce(name, Tall, 0));
        Refusal.Argument($"{name}: shape [0,3] has no elements along its axes.", () => Reduce(name, Tall, null));
        Assert.Equal(new Shape([0]), Reduce(name, Tall, 1).Eval().Shape);
    }

    [Fact]
    public void LogicOfNothing()
    {
        Assert.Equal([true, true, true], Mx.All(Tall, 0).ToArray<bool>());
        Assert.Equal([false, false, false], Mx.Any(Tall, 0).ToArray<bool>());
        Assert.True(Mx.ArrayEqual(Tall, Tall).Item<bool>());
        Assert.False(Mx.ArrayEqual(Tall, Flat).Item<bool>());
        Assert.True(Mx.AllClose(Tall, Tall).Item<bool>());
    }

    [Fact]
    public void ProductsOverNothingAreZero()
    {
        NDArray product = Mx.MatMul(Flat, Tall);
        Assert.Equal(new Shape([3, 3]), product.Shape);
        Assert.All(product.ToArray<double>(), value => Assert.Equal(0.0, value));
        NDArray[] ct = Mx.Vjp(v => [Mx.MatMul(v[0], v[1])], [Flat, Tall], [Mx.Ones((3, 3), DType.Float64)]).Cotangents;
        Assert.Equal(Flat.Shape, ct[0].Eval().Shape);
        Assert.Equal(Tall.Shape, ct[1].Eval().Shape);
        Assert.Equal(new Shape([0, 0]), Mx.MatMul(Tall, Flat).Eval().Shape);
        Assert.Equal(0.0, Mx.Inner(Mx.Zeros(0, DType.Float64), Mx.Zeros(0, DType.Float64)).Item<double>());
        Assert.Equal(new Shape([0, 2]), Mx.Outer(Mx.Zeros(0), Mx.Ones(2)).Eval().Shape);
        Assert.All(Mx.TensorDot(Flat, Tall, 1).ToArray<double>(), value => Assert.Equal(0.0, value));
        Assert.Equal([1.0], Mx.AddMM(Mx.Ones(1, DType.Float64), Mx.Zeros((1, 0), DType.Float64), Mx.Zeros((0, 1), DType.Float64)).ToArray<double>());
    }

    [Fact]
    public void PartsAndJoins()
    {
        NDArray row = Mx.Ones((1, 3), DType.Float64);
        Assert.Equal([1.0, 1, 1], Mx.Concatenate([Tall, row, Tall]).ToArray<double>());
        Assert.Equal(new Shape([2, 0, 3]), Mx.Stack([Tall, Tall]).Eval().Shape);
        Assert.Equal(new Shape([0, 1]), Mx.Split(Tall, 3, 1)[2].Eval().Shape);
        Assert.Equal(new Shape([0, 3]), Mx.Split(row, [0, 1])[0].Eval().Shape);
        Assert.Equal(new Shape([0, 6]), Mx.Tile(Tall, 1, 2).Eval().Shape);
        Assert.Equal(new Shape([0, 3]), Mx.Tile(row, 0, 1).Eval().Shape);
        Assert.Equal(new Shape([1, 0]), Mx.Repeat(row, 0, 1).Eval().Shape);
        Assert.Equal([0.0, 0, 0, 0, 0, 0], Mx.Pad(Tall, [(1, 1), (0, 0)]).ToArray<double>());
        Assert.Equal(Tall.Shape, Mx.Roll(Tall, 5, 0).Eval().Shape);
        Assert.Equal(Tall.Shape, Mx.Softmax(Tall, 0).Eval().Shape);
        Assert.Equal(new Shape([3, 0]), Mx.Transpose(Tall).Eval().Shape);
        Assert.Equal(new Shape([7, 0, 3]), Mx.BroadcastTo(Tall, (7, 0, 3)).Eval().Shape);
        Assert.Equal(new Shape([5, 0]), Mx.Reshape(Tall, (5, 0)).Eval().Shape);
        Assert.Equal(new Shape([0, 3]), Mx.Take(row, Mx.Zeros(0, DType.Int32), 0).Eval().Shape);
        Assert.Equal("array([], dtype=float32)", Mx.Zeros(0).ToString());
    }

    [Fact]
    public void ArraysThatAreMadeEmpty()
    {
        Assert.Equal(0, Mx.Arange(0).Eval().Size);
        Assert.Equal(0, Mx.Arange(5, 5).Eval().Size);
        Assert.Equal(0, Mx.Arange(5, 1).Eval().Size);
        Assert.Equal(0, Mx.Linspace(0, 1, 0).Eval().Size);
        Assert.Equal(new Shape([0, 0]), Mx.Eye(0).Eval().Shape);
        Assert.Equal(new Shape([0, 4]), Mx.Eye(0, 4).Eval().Shape);
        Assert.Equal(new Shape([0, 2]), Mx.Tri(0, 2).Eval().Shape);
        Assert.Equal(new Shape([0]), Mx.Random.Uniform(shape: 0).Eval().Shape);
        Assert.Equal(new Shape([2, 0]), Mx.Random.Normal((2, 0)).Eval().Shape);
        Assert.Equal(0, Mx.Random.Permutation(0).Eval().Size);
        Assert.Equal(Tall.Shape, Mx.Random.Permutation(Tall).Eval().Shape);
        Assert.Equal(new Shape([0]), Mx.Random.Categorical(Tall).Eval().Shape);
        Refusal.Argument("ArgMax: shape [3,0] has no elements", () => Mx.Random.Categorical(Flat));
    }
}
