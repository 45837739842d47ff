using Xunit;

namespace Tangent.Tests.Transforms;

public class JacobiansTests
{
    private static readonly Func<NDArray, NDArray> Rosenbrock = x => (100.0 * Mx.Square(x[1] - (x[0] * x[0]))) + Mx.Square(1.0 - x[0]);

    private static NDArray Numbers(params int[] shape)
    {
        Shape lengths = shape;
        return Mx.Reshape(Mx.Sin(Mx.Arange(1.0, lengths.Size + 1, 1.0, DType.Float64)), lengths);
    }

    private static void Close(double[] expected, NDArray actual) =>
        Assert.Equal(expected, actual.ToArray<double>(), (x, y) => Math.Abs(x - y) <= 1e-10 * Math.Max(1, Math.Abs(x)));

    private static void Close(NDArray expected, NDArray actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(DType.Float64, actual.DType);
        Close(expected.ToArray<double>(), actual);
    }

    [Fact]
    public void TheHessianOfRosenbrocksFunction()
    {
        NDArray x = new[] { -1.2, 1.0 };
        Close([1330, 480, 480, 200], Mx.Hessian(Rosenbrock)(x));
        Assert.Equal(new Shape([2, 2]), Mx.Hessian(Rosenbrock)(x).Shape);
    }

    [Fact]
    public void TheHessianOfAQuadraticFormIsItsMatrix()
    {
        NDArray a = Numbers(3, 3);
        NDArray symmetric = a + Mx.Transpose(a);
        Close(symmetric, Mx.Hessian(x => 0.5 * Mx.Sum(x * Mx.MatMul(symmetric, x)))(Numbers(3)));
    }

    [Fact]
    public void AJacobianHasTheShapeOfTheOutputThenOfTheArgument()
    {
        NDArray x = Numbers(2, 3);
        Func<NDArray, NDArray> f = v => Mx.MatMul(Mx.Sin(v), Mx.Transpose(v));
        Assert.Equal(new Shape([2, 2, 2, 3]), Mx.JacFwd(f)(x).Shape);
        Close(Mx.JacFwd(f)(x), Mx.JacRev(f)(x));
        Assert.Equal(new Shape([2, 3, 2, 3]), Mx.Hessian(v => Mx.Sum(f(v)))(x).Shape);
    }

    public static TheoryData<string> Functions => [.. Table.Keys];

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Table = new()
    {
        ["elementwise"] = x => Mx.Exp(x) * Mx.Sin(x),
        ["softmax"] = x => Mx.Softmax(x, -1),
        ["to a scalar"] = x => Mx.Sum(x * x * x),
        ["to a matrix"] = x => Mx.Outer(Mx.Flatten(x), Mx.Tanh(Mx.Flatten(x))),
        ["sorted"] = x => Mx.Sort(x, 0),
        ["gathered"] = x => Mx.Take(x, new[] { 1, 1, 0 }, 0) / 3.0,
        ["running sums"] = x => Mx.CumProd(x, 0),
        ["independent of the argument"] = x => Numbers(2) * 1.0,
        ["the argument itself"] = x => x,
        ["to nothing"] = x => x[..0],
    };

    [Theory, MemberData(nameof(Functions))]
    public void BothModesAgree(string name)
    {
        NDArray x = Numbers(3, 2);
        Close(Mx.JacFwd(Table[name])(x), Mx.JacRev(Table[name])(x));
    }

    [Theory, MemberData(nameof(Functions))]
    public void ColumnsAreJacobianVectorProducts(string name)
    {
        NDArray x = Numbers(3, 2);
        NDArray dx = Mx.Cos(x);
        NDArray jacobian = Mx.JacFwd(Table[name])(x);
        Close(Mx.Jvp(Table[name], x, dx).Tangents, Mx.TensorDot(jacobian, dx, 2));
    }

    [Theory, MemberData(nameof(Functions))]
    public void JacobiansOfJacobiansAgree(string name)
    {
        NDArray x = Numbers(2, 2);
        NDArray expected = Mx.JacFwd(Mx.JacFwd(Table[name]))(x);
        Close(expected, Mx.JacRev(Mx.JacFwd(Table[name]))(x));
        Close(expected, Mx.JacFwd(Mx.JacRev(Table[name]))(x));
        Close(expected, Mx.JacRev(Mx.JacRev(Table[name]))(x));
    }

    [Fact]
    public void CompiledAndMapped()
    {
        NDArray batch = Numbers(4, 2);
        Close(Mx.Hessian(Rosenbrock)(batch[0]), Mx.Compile(Mx.Hessian(Rosenbrock))(batch[0]));
        Close(Mx.JacRev(Mx.Compile(Table["softmax"]))(batch), Mx.JacFwd(Mx.Compile(Table["softmax"]))(batch));
        NDArray hessians = Mx.Vmap(v => [Mx.Hessian(Rosenbrock)(v[0])])([batch])[0];
        NDArray jacobians = Mx.Vmap(v => [Mx.JacRev(Table["softmax"])(v[0])])([batch])[0];
        for (int i = 0; i < 4; i++)
        {
            Close(Mx.Hessian(Rosenbrock)(batch[i]), hessians[i]);
            Close(Mx.JacFwd(Table["softmax"])(batch[i]), jacobians[i]);
        }
    }

    [Fact]
    public void SeveralOutputsAndChosenArguments()
    {
        NDArray x = Numbers(2);
        NDArray y = Numbers(3);
        NDArray k = new[] { 2, 3 };
        Func<NDArray[], NDArray[]> f = v => [Mx.Outer(v[0], v[1]), v[0] * v[2], v[2] + 1];
        foreach (NDArray[][] jacobian in new[] { Mx.JacFwd(f, 1, 0)([x, y, k]), Mx.JacRev(f, 1, 0)([x, y, k]) })
        {
            Assert.Equal(3, jacobian.Length);
            Close(Mx.JacFwd(v => Mx.Outer(x, v))(y), jacobian[0][0]);
            Close(Mx.JacFwd(v => Mx.Outer(v, y))(x), jacobian[0][1]);
            Assert.Equal(new Shape([2, 3]), jacobian[1][0].Shape);
            Close([2, 0, 0, 3], jacobian[1][1]);
            Assert.Equal(new Shape([2, 2]), jacobian[2][1].Shape);
            Assert.All(Mx.AsType(jacobian[2][1], DType.Float64).ToArray<double>(), entry => Assert.Equal(0.0, entry));
        }
        Close(Mx.JacFwd((a, b) => a * b, 1)(x, x), Mx.JacRev((a, b) => a * b, -1)(x, x));
    }

    [Fact]
    public void TreesOfArgumentsAndOfResults()
    {
        (NDArray A, NDArray B) point = (Numbers(2), Numbers(3));
        foreach ((NDArray A, NDArray B) jacobian in new[]
        {
            Mx.JacFwd(((NDArray A, NDArray B) p) => Mx.Outer(p.A, p.B))(point),
            Mx.JacRev(((NDArray A, NDArray B) p) => Mx.Outer(p.A, p.B))(point),
        })
        {
            Close(Mx.JacFwd(a => Mx.Outer(a, point.B))(point.A), jacobian.A);
            Close(Mx.JacFwd(b => Mx.Outer(point.A, b))(point.B), jacobian.B);
        }
        Dictionary<string, NDArray> results = Mx.JacRev((NDArray x) => new Dictionary<string, NDArray> { ["square"] = x * x, ["sum"] = Mx.Sum(x) })(Numbers(2));
        Close([1, 1], results["sum"]);
        Assert.Equal(new Shape([2, 2]), results["square"].Shape);
    }

    [Fact]
    public void BlocksOfAHessian()
    {
        NDArray x = Numbers(2);
        NDArray y = Numbers(3);
        NDArray[][] blocks = Mx.Hessian(v => [Mx.Sum(Mx.Outer(v[0] * v[0], v[1])), v[0]], 0, 1)([x, y]);
        Close(2.0 * Mx.Sum(y) * Mx.Eye(2, dtype: DType.Float64), blocks[0][0]);
        Close(2.0 * Mx.Outer(x, Mx.Ones(3, DType.Float64)), blocks[0][1]);
        Close(Mx.Transpose(blocks[0][1]), blocks[1][0]);
        Close(Mx.Zeros((3, 3), DType.Float64), blocks[1][1]);
    }

    [Fact]
    public void ArraysWithoutElements()
    {
        NDArray x = Mx.Zeros((0, 2), DType.Float64);
        Assert.Equal(new Shape([0, 2, 0, 2]), Mx.JacFwd(v => v * v)(x).Shape);
        Assert.Equal(new Shape([0, 2, 0, 2]), Mx.JacRev(v => v * v)(x).Shape);
        Assert.Equal(new Shape([0, 2]), Mx.JacFwd(v => Mx.Sum(v))(x).Shape);
        Assert.Equal(0, Mx.Hessian(v => Mx.Sum(v * v))(x).Size);
        Close(Mx.Zeros((0, 2), DType.Float64), Mx.Hvp(v => Mx.Sum(v * v), x, x).Product);
    }

    [Fact]
    public void AComplexResultOfARealArgumentHasColumns()
    {
        NDArray x = new[] { 0.5f };
        Complex64 derivative = Mx.JacFwd(v => Mx.Exp(v * new System.Numerics.Complex(0, 2)))(x).Item<Complex64>();
        Assert.Equal(-2 * Math.Sin(1), derivative.Real, 1e-6);
        Assert.Equal(2 * Math.Cos(1), derivative.Imaginary, 1e-6);
        ArgumentException rows = Assert.Throws<ArgumentException>(() => Mx.JacRev(v => Mx.Exp(v * new System.Numerics.Complex(0, 2)))(x));
        Assert.StartsWith("JacRev: output 0 is complex64", rows.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AComplexArgumentHasGradients()
    {
        NDArray z = Mx.Array(new[] { new Complex64(1, 2) });
        NDArray rows = Mx.JacRev(v => Mx.Square(Mx.Abs(v)))(z);
        Assert.Equal(new Shape([1, 1]), rows.Shape);
        Assert.Equal(Mx.Grad(v => Mx.Sum(Mx.Square(Mx.Abs(v))))(z).Item<Complex64>(), rows.Item<Complex64>());
        ArgumentException columns = Assert.Throws<ArgumentException>(() => Mx.JacFwd((NDArray v) => v)(z));
        Assert.StartsWith("JacFwd: argument 0 is complex64", columns.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongArgumentsAreRefusedBeforeTheFunctionRuns()
    {
        Func<NDArray[], NDArray[]> never = _ => throw new InvalidOperationException("the function ran");
        NDArray x = Numbers(2);
        Assert.StartsWith("JacFwd: argument 0 is int32", Assert.Throws<ArgumentException>(() => Mx.JacFwd(never)([new[] { 1 }])).Message, StringComparison.Ordinal);
        Assert.StartsWith("JacRev: argument 0 is int32", Assert.Throws<ArgumentException>(() => Mx.JacRev(never)([new[] { 1 }])).Message, StringComparison.Ordinal);
        Assert.StartsWith("JacRev: argnum 2 is out of range for 1 arguments.", Assert.Throws<ArgumentOutOfRangeException>(() => Mx.JacRev(never, 2)([x])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Hessian: argument 0 is bool", Assert.Throws<ArgumentException>(() => Mx.Hessian(never)([new[] { true }])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Hessian: the function must return a scalar; it returned shape [2].", Assert.Throws<ArgumentException>(() => Mx.Hessian((NDArray v) => v)(x)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Hvp: tangent 0 has shape [3], its primal has [2].", Assert.Throws<ArgumentException>(() => Mx.Hvp((NDArray v) => never([v])[0], x, Numbers(3))).Message, StringComparison.Ordinal);
        Assert.Null(Trace.Current);
    }

    [Fact]
    public void AHessianVectorProductIsTheProduct()
    {
        NDArray x = Numbers(5);
        NDArray v = Mx.Cos(x);
        Func<NDArray, NDArray> f = u => Mx.Sum(Mx.Sin(u) * Mx.CumSum(u)) + Mx.Square(Mx.Sum(u));
        (NDArray gradient, NDArray product) = Mx.Hvp(f, x, v);
        Close(Mx.Grad(f)(x), gradient);
        Close(Mx.MatMul(Mx.Hessian(f)(x), v), product);
        (_, (NDArray first, NDArray second)) = Mx.Hvp((a, b) => Mx.Sum(a * a * b), (x, v), (v, null));
        Close(2.0 * v * v, first);
        Close(2.0 * x * v, second);
    }

    [Fact]
    public void AHessianVectorProductRunsTheFunctionOnceAndMakesNoMatrix()
    {
        const int length = 20_000;
        int calls = 0;
        NDArray x = Numbers(length);
        Mx.Eval(x);
        Assert.True(Largest(length) <= 2 * length, "an array is larger than the vectors");
        Assert.Equal(1, calls);
        Assert.InRange(Nodes(length), 1, 100);
        Assert.Equal(Nodes(10), Nodes(length / 2));

        NDArray Function(NDArray u)
        {
            calls++;
            return Mx.Sum(Mx.Sin(u) * u);
        }

        Node[] Graph(int size) => [.. GraphSort.Order([Mx.Hvp(Function, x[..size], x[..size]).Product.Node], node => node.Inputs)];
        long Largest(int size) => Graph(size).Max(node => node.Shape.Size);
        int Nodes(int size) => Graph(size).Length;
    }

    [Fact]
    public void TheFunctionRunsOnceForAWholeJacobian()
    {
        int calls = 0;
        NDArray x = Numbers(3);
        Func<NDArray, NDArray> f = v => { calls++; return v * v; };
        Mx.JacFwd(f)(x);
        Mx.JacRev(f)(x);
        Mx.Hessian(v => Mx.Sum(f(v)))(x);
        Assert.Equal(3, calls);
    }

    [Fact]
    public void TheFunctionMayReadValues()
    {
        Func<NDArray, NDArray> f = v => v[0].Item<double>() > 0 ? v * v : -v;
        Close([2.0 * Math.Sin(1)], Mx.JacFwd(f)(Numbers(1)));
        Close([-1.0], Mx.JacRev(f)(-Numbers(1)));
        Close([2.0], Mx.Hessian(v => Mx.Sum(f(v)))(Numbers(1)));
    }
}
