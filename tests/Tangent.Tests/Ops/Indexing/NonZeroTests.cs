using Xunit;

namespace Tangent.Tests.Ops.Indexing;

/// <summary>What depends on where elements are not zero: NonZero, ArgWhere, and parts read by masks.</summary>
public class NonZeroTests
{
    private static NDArray X => Mx.Array(new[,] { { 0, 5, 0 }, { 7, 0, 9 } });

    [Fact]
    public void ThePlacesInOrder()
    {
        NDArray[] places = Mx.NonZero(X);
        Assert.Equal([0, 1, 1], places[0].ToArray<int>());
        Assert.Equal([1, 0, 2], places[1].ToArray<int>());
        Assert.Equal([5, 7, 9], X[places[0], places[1]].ToArray<int>());
        Assert.Equal(new[,] { { 0, 1 }, { 1, 0 }, { 1, 2 } }, Mx.ArgWhere(X).ToArray2D<int>());
        Assert.Equal([1], Mx.NonZero(Mx.Array([0, double.NaN]))[0].ToArray<int>());
        Assert.Equal(0, Mx.NonZero(Mx.Zeros((3, 0)))[1].Size);
        Assert.Equal((0, 2), Mx.ArgWhere(Mx.Zeros((2, 2))).Shape);
        Assert.Equal((1, 0), Mx.ArgWhere(5).Shape);
    }

    [Fact]
    public void AMaskReadsWhatItMarks()
    {
        Assert.Equal([5, 7, 9], X[X > 0].ToArray<int>());
        Assert.Equal([7, 0, 9], X[new[] { false, true }].ToArray<int>());
        Assert.Equal((0, 3), X[Mx.Zeros(2, DType.Bool)].Shape);
        Assert.Equal((1, 2, 3), X[(NDArray)true].Shape);
        Assert.Equal((0, 2, 3), X[(NDArray)false].Shape);
        Assert.Equal((2, 0), Mx.Zeros((3, 0))[new[] { true, false, true }].Shape);
    }

    [Fact]
    public void AMaskStandsBesideOtherEntries()
    {
        bool[] columns = [true, false, true];
        Assert.Equal(new[,] { { 0, 0 }, { 7, 9 } }, X[.., columns].ToArray2D<int>());
        Assert.Equal([7, 9], X[1, columns].ToArray<int>());
        Assert.Equal([7, 9], X[Mx.Ellipsis, columns][1].ToArray<int>());
        Assert.Equal(new[,] { { 7, 0, 9 } }, X[Mx.NewAxis, new[] { false, true }][0].ToArray2D<int>());
        NDArray x = X;
        x[.., columns] = -1;
        Assert.Equal(new[,] { { -1, 5, -1 }, { -1, 0, -1 } }, x.ToArray2D<int>());
        Assert.Equal(new[,] { { 10, 5, 10 }, { 7, 0, 9 } }, X.At[0, columns].Add(10).ToArray2D<int>());
    }

    [Fact]
    public void AMaskOfAnotherShapeIsRefused()
    {
        Refusal.Argument("x[...]: the mask has shape [3], which the leading axes of shape [2,3] must have too.", () => X[new[] { true, false, true }]);
        Refusal.Argument("x[...]: the mask has shape [2], which the axes from 1 on of shape [2,3] must have too.", () => X[.., new[] { true, false }]);
        Refusal.Argument("x[...]: the mask has shape [2], which the axes from 2 on of shape [2,3] must have too.", () => X[0, 1, new[] { true, false }]);
        Refusal.Argument("x[...]: a mask without axes must be the only entry of an index.", () => X[0, (NDArray)true]);
    }

    /// <summary>A gradient knows values, also of a mask that depends on what it differentiates.</summary>
    [Fact]
    public void AMaskIsReadInsideAGradient()
    {
        NDArray x = Mx.Array([-1.0, 2, 3]);
        Assert.Equal([0, 4, 6], Mx.Grad(v => Mx.Sum(Mx.Square(v[v > 0])))(x).ToArray<double>());
        Assert.Equal([4.0, 6], Mx.Jvp((NDArray v) => Mx.Square(v[v > 0]), x, Mx.OnesLike(x)).Tangents.ToArray<double>());
    }

    [Fact]
    public void WithoutValuesTheErrorSaysWhy()
    {
        const string Why = ", whose number of results depends on values, reads the value of an array, but while a function is traced by";
        foreach ((string transform, Func<Func<NDArray, NDArray>, object?> run) in new (string, Func<Func<NDArray, NDArray>, object?>)[]
        {
            ("Vmap", f => Mx.Vmap(v => [f(v[0])])([Mx.Ones((2, 3))])), ("Compile", f => Mx.Compile(f)(Mx.Ones(3))),
        })
        {
            Refusal.Of<InvalidOperationException>($"{transform}: x[mask]{Why} {transform}", () => run(v => v[v > 0]));
            Refusal.Of<InvalidOperationException>($"{transform}: NonZero{Why} {transform}", () => run(v => Mx.NonZero(v)[0]));
            Refusal.Of<InvalidOperationException>($"{transform}: Unique{Why} {transform}", () => run(v => Mx.Unique(v)));
        }
        Assert.Equal([1, 1], Mx.Compile((NDArray v) => v[new[] { true, false, true }])(Mx.Ones(3)).ToArray<float>());
    }
}
