using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Ops.LinearAlgebra;

public class SolveTests
{
    private static NDArray A => Mx.Array(new double[,] { { 4, 1, 0 }, { 2, 5, 1 }, { 0, 1, 3 } }) + 0.0;

    private static NDArray B => Mx.Array(new double[,] { { 1, 2 }, { 0, 1 }, { 3, -1 } }) + 0.0;

    [Fact]
    public void DerivativesOfAnyOrderUseTheOneFactorisation()
    {
        NDArray a = A.Eval(), b = B.Eval();
        NDArray y = Mx.Linalg.Solve(a, b), gradient = Mx.Grad(x => Mx.Sum(Mx.Square(Mx.Linalg.Solve(x, b))))(a);
        NDArray second = Mx.Jvp(v => [Mx.Grad(x => Mx.Sum(Mx.Square(Mx.Linalg.Solve(x, b))))(v[0])], [a], [Mx.Ones((3, 3), DType.Float64)]).Tangents[0];
        Assert.Equal(1, Factorisations(y));
        Assert.Equal(1, Factorisations(gradient));
        Assert.Equal(1, Factorisations(second));
    }

    [Fact]
    public void ManyRightSidesOfOneMatrixAreSolvedTogether()
    {
        NDArray a = A.Eval(), many = Mx.Random.Normal((5, 3, 2), DType.Float64).Eval();
        NDArray mapped = Mx.Vmap(b => Mx.Linalg.Solve(a, b))(many);
        Assert.Equal(1, Factorisations(mapped));
        Assert.Single(Operations(mapped), kernel => kernel is LuSolveKernel);
        double[] expected = [.. Enumerable.Range(0, 5).SelectMany(i => Mx.Linalg.Solve(a, many[i]).ToArray<double>())];
        Assert.All(expected.Zip(mapped.ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private static int Factorisations(NDArray y) => Operations(y).Count(kernel => kernel is LuKernel);

    private static Kernel[] Operations(NDArray y)
    {
        PlanGraph graph = Decomposition.Of([y.Node]);
        graph.Keep(y.Node);
        return [.. Plan.Build(graph).Operations.Select(operation => operation.Kernel)];
    }
}
