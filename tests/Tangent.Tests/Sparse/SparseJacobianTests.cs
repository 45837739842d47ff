using Xunit;

namespace Tangent.Tests.Sparse;

public class SparseJacobianTests
{
    private static readonly NDArray Point = Mx.Sin(Mx.Arange(1.0, 13, 1, DType.Float64));

    private static NDArray Heat(NDArray u) => Mx.Exp(u) * (Mx.Roll(u, 1) - 2 * u + Mx.Roll(u, -1));

    private static readonly NDArray Nodes = Mx.Array(new[,] { { 0, 1, 2 }, { 2, 3, 4 }, { 4, 5, 0 }, { 6, 7, 8 } });

    // Each element reads its three nodes and adds to them.
    private static NDArray Assembled(NDArray u)
    {
        NDArray local = Mx.Take(u, Nodes, 0), forces = local * Mx.Sum(local * local, 1, true);
        return Mx.Zeros(12, DType.Float64).At[Nodes].Add(forces);
    }

    private static readonly Dictionary<string, (Func<NDArray, NDArray> F, int Places, int Groups)> Cases = new()
    {
        ["elementwise"] = (x => Mx.Exp(x) * Mx.Sin(x), 12, 1),
        ["a ring of heat"] = (Heat, 36, 3),
        ["a difference"] = (x => x[1..] - x[..^1], 22, 2),
        ["rows of a matrix"] = (x => Mx.Softmax(Mx.Reshape(x, (4, 3)), -1), 36, 3),
        ["norms of rows"] = (x => Mx.Norm(Mx.Reshape(x, (4, 3)), axis: 1), 12, 1),
        ["sums of columns"] = (x => Mx.Sum(Mx.Reshape(x, (4, 3)), 0), 12, 1),
        ["the largest of rows"] = (x => Mx.Max(Mx.Reshape(x, (4, 3)), 1), 12, 1),
        ["sorted rows"] = (x => Mx.Sort(Mx.Reshape(x, (4, 3)), 1), 36, 3),
        ["a product with a matrix"] = (x => Mx.MatMul(Mx.Reshape(x, (4, 3)), Mx.Ones((3, 2), DType.Float64)), 24, 2),
        ["a product with its transpose"] = (x => Mx.MatMul(Mx.Reshape(x, (4, 3)), Mx.Transpose(Mx.Reshape(x, (4, 3)))), 84, 9),
        ["one row"] = (x => Mx.ExpandDims(Mx.Sum(x * x), 0), 12, 1),
        ["one column"] = (x => x[0] * Point, 12, 1),
        ["a dense row and a diagonal"] = (x => Mx.Concatenate([Mx.ExpandDims(Mx.Sum(x * x), 0), x * x]), 24, 2),
        ["gathered"] = (x => Mx.Take(x, new[] { 3, 3, 0 }) * Mx.Take(x, new[] { 1, 2, 3 }), 6, 2),
        ["by its own order"] = (x => Mx.Take(x, Mx.ArgSort(x)), 144, 12),
        ["by its own order, checkpointed"] = (x => Mx.Checkpoint((NDArray v) => Mx.Take(v, Mx.ArgSort(v)))(x), 144, 12),
        ["by its own order, mapped"] = (x => Mx.Vmap((NDArray row) => Mx.Take(row, Mx.ArgSort(row)))(Mx.Reshape(x, (4, 3))), 144, 12),
        ["by its own order, with a rule of its own"] =
            (x => Mx.CustomFunction((NDArray v) => Mx.Take(v, Mx.ArgSort(v)), jvp: (v, dv) => Mx.Take(dv, Mx.ArgSort(v)))(x), 144, 12),
        ["assembled from elements"] = (Assembled, 39, 6),
        ["running sums"] = (x => Mx.CumSum(Mx.Reshape(x, (4, 3)), 1), 36, 3),
        ["mapped"] = (x => Mx.Vmap((NDArray row) => Mx.Sum(row) * row)(Mx.Reshape(x, (4, 3))), 36, 3),
        ["checkpointed"] = (x => Mx.Checkpoint((NDArray v) => Heat(v))(x), 36, 3),
        ["compiled"] = (Mx.Compile((NDArray x) => Heat(x)), 36, 3),
        ["with a rule of its own"] = (x => Mx.CustomFunction((NDArray v) => Mx.Round(v), jvp: (v, dv) => dv + Mx.Roll(dv, 1))(x), 24, 2),
        ["written in places"] = (x => { NDArray y = x * x; y[2..4] = x[..2]; return y; }, 14, 2),
        ["chosen"] = (x => Mx.Where(x > 0, x, Mx.Roll(x, 1) * 2), 24, 2),
        ["zero"] = (x => Mx.Round(x), 0, 0),
        ["constant"] = (x => Point * 2, 0, 0),
        ["stopped"] = (x => Mx.StopGradient(x) * 2, 0, 0),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static void Same(NDArray expected, NDArray actual)
    {
        Assert.Equal(expected.Spec, actual.Spec);
        Assert.True(Mx.AllClose(expected, actual, 1e-12, 1e-12).Item<bool>());
    }

    [Theory, MemberData(nameof(Names))]
    public void ItIsTheJacobian(string name)
    {
        Func<NDArray, NDArray> f = Cases[name].F;
        NDArray dense = Mx.Reshape(Mx.JacFwd(f)(Point), ((int)f(Point).Size, 12));
        SparseMatrix sparse = Mx.SparseJacobian(f)(Point);
        Same(dense, sparse.ToDense());
        Same(Mx.MatMul(dense, Point), sparse.Multiply(Point));
        Assert.True(sparse.Pattern.Count <= Cases[name].Places, $"{sparse.Pattern.Count} places");
        var groups = new SparseJacobians(sparse.Pattern);
        Assert.True(groups.Groups <= Cases[name].Groups, $"{groups.Groups} groups");
        Assert.Equal(sparse.Pattern.Count, sparse.RowStarts()[^1]);
    }

    [Theory, MemberData(nameof(Names))]
    public void UnderTransforms(string name)
    {
        Func<NDArray, NDArray> f = Cases[name].F, values = Mx.SparseJacobian(f, Mx.JacobianPattern(f, Point)) is var jacobian ? x => jacobian(x).ToDense() : null!;
        Func<NDArray, NDArray> dense = x => Mx.Reshape(Mx.JacFwd(f)(x), ((int)f(Point).Size, 12));
        Same(dense(Point), Mx.Compile(values)(Point));
        Same(Mx.Grad(x => Mx.Sum(Mx.Square(dense(x))))(Point), Mx.Grad(x => Mx.Sum(Mx.Square(values(x))))(Point));
        NDArray batch = Mx.Stack([Point, Point * 0.5]);
        Same(Mx.Vmap(dense)(batch), Mx.Vmap(values)(batch));
        Same(Mx.Vmap(dense)(batch), Mx.Vmap((NDArray x) => Mx.SparseJacobian(f)(x).ToDense())(batch));
        Same(dense(Point), Mx.Compile((NDArray x) => Mx.SparseJacobian(f)(x).ToDense())(Point));
    }

    [Fact]
    public void ALargeOneNeedsFewRunsAndNoMatrix()
    {
        const int side = 300;
        NDArray u = Mx.Reshape(Mx.Sin(Mx.Arange(0.0, side * side, 1, DType.Float64)), (side, side));
        Func<NDArray, NDArray> f = v => v * v + Mx.Roll(v, 1, 0) + Mx.Roll(v, -1, 0) + Mx.Roll(v, 1, 1) + Mx.Roll(v, -1, 1);
        SparsityPattern pattern = Mx.JacobianPattern(f, u);
        Assert.Equal(5 * side * side, pattern.Count);
        Assert.InRange(new SparseJacobians(pattern).Groups, 5, 12);
        NDArray v = Mx.Cos(u);
        Same(Mx.Flatten(Mx.Jvp(f, u, v).Tangents), Mx.SparseJacobian(f, pattern)(u).Multiply(Mx.Flatten(v)));
    }

    // More than a word has bits.
    [Fact]
    public void ADenseOneHasAGroupForEachColumn()
    {
        NDArray x = Mx.Sin(Mx.Arange(1.0, 71, 1, DType.Float64));
        Func<NDArray, NDArray> f = v => v * Mx.Sum(v * x);
        SparseMatrix sparse = Mx.SparseJacobian(f)(x);
        Assert.Equal(70, new SparseJacobians(sparse.Pattern).Groups);
        Same(Mx.JacFwd(f)(x), sparse.ToDense());
    }

    [Fact]
    public void TheFunctionRunsOnceAtEachPoint()
    {
        int runs = 0;
        Func<NDArray, NDArray> f = x => { runs++; return Heat(x); };
        Func<NDArray, SparseMatrix> jacobian = Mx.SparseJacobian(f, Mx.JacobianPattern(f, Point));
        Assert.Equal(1, runs);
        jacobian(Point);
        jacobian(Point * 2);
        Assert.Equal(3, runs);
    }

    [Fact]
    public void PatternsThatAreGiven()
    {
        SparsityPattern pattern = SparsityPattern.Of(3, 3, [(2, 2), (0, 0), (1, 1), (0, 0)]);
        Assert.Equal((3, 3, 3), (pattern.Count, pattern.RowCount, pattern.ColumnCount));
        Assert.Equal([0, 1, 2], pattern.Rows);
        NDArray x = new[] { 1.0, 2, 3 };
        Assert.Equal([2.0, 4, 6], Mx.SparseJacobian(v => v * v, pattern)(x).Values.ToArray<double>());
        SparsityPattern masked = SparsityPattern.Of(Mx.Eye(3, dtype: DType.Bool));
        Assert.Equal(pattern.Columns, masked.Columns);
        Assert.Equal(DType.Float32, Mx.SparseJacobian(v => v * v, masked)(new[] { 1f, 2, 3 }).Values.DType);
        Assert.Equal([2.0, 4, 6], Mx.Diagonal(Mx.SparseJacobian(v => v * v, SparsityPattern.Of(Mx.Ones((3, 3))))(x).ToDense()).ToArray<double>());
    }

    [Fact]
    public void WhatIsRefused()
    {
        SparsityPattern pattern = SparsityPattern.Of(3, 3, [(0, 0)]);
        Assert.Contains("SparseJacobian: the pattern is one of 3 rows and 3 columns", Assert.Throws<ArgumentException>(() => Mx.SparseJacobian(v => v, pattern)(Point)).Message, StringComparison.Ordinal);
        Assert.Contains("SparseJacobian: the argument is int32", Assert.Throws<ArgumentException>(() => Mx.SparseJacobian(v => v)(new[] { 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("JacobianPattern: the result is bool", Assert.Throws<ArgumentException>(() => Mx.JacobianPattern(v => v > 0, Point)).Message, StringComparison.Ordinal);
        Assert.Contains("the place (3, 0) is outside a matrix of 3 rows", Assert.Throws<ArgumentException>(() => SparsityPattern.Of(3, 3, [(3, 0)])).Message, StringComparison.Ordinal);
        Assert.Contains("the mask has shape [12]", Assert.Throws<ArgumentException>(() => SparsityPattern.Of(Point)).Message, StringComparison.Ordinal);
        Assert.Contains("Multiply: the vector has shape [2]", Assert.Throws<ArgumentException>(() => Mx.SparseJacobian(v => v, pattern)(Point[..3]).Multiply(Point[..2])).Message, StringComparison.Ordinal);
    }
}
