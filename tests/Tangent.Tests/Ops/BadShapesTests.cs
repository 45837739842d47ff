using Xunit;

namespace Tangent.Tests.Ops;

/// <summary>Shapes that do not go together, axes that are not there, and sizes that no array can have: each is refused by name.</summary>
public class BadShapesTests
{
    private const int Huge = int.MaxValue;

    private static readonly NDArray X = Mx.Zeros((2, 3));
    private static readonly NDArray Y = Mx.Zeros(2);

    [Fact]
    public void ShapesThatDoNotBroadcast()
    {
        Refusal.Argument("Add: shapes [2,3] and [2] do not broadcast.", () => X + Y);
        Refusal.Argument("Multiply: shapes [2] and [2,3] do not broadcast.", () => Y * X);
        Refusal.Argument("Less: shapes [2,3] and [2] do not broadcast.", () => X < Y);
        Refusal.Argument("Maximum: shapes [2,3] and [0] do not broadcast.", () => Mx.Maximum(X, Mx.Zeros(0)));
        Refusal.Argument("Where: shapes [2] and [2,3] do not broadcast.", () => Mx.Where(Y > 0, X, X));
        Refusal.Argument("BroadcastTo: shape [2,3] does not broadcast to [2].", () => Mx.BroadcastTo(X, 2));
        Refusal.Argument("BroadcastTo: shape [2,3] does not broadcast to [2,4].", () => Mx.BroadcastTo(X, (2, 4)));
        Refusal.Argument("MatMul: the inner lengths of shapes [2,3] and [2] differ.", () => Mx.MatMul(X, Y));
        Refusal.Argument("MatMul: shapes [4] and [5] do not broadcast.", () => Mx.MatMul(Mx.Zeros((4, 2, 3)), Mx.Zeros((5, 3, 2))));
        Refusal.Argument("Concatenate: array 1 has shape [2], array 0 has [2,3]; only axis 0 may differ.", () => Mx.Concatenate([X, Y]));
        Refusal.Argument("Stack: array 1 has shape [2], array 0 has [2,3].", () => Mx.Stack([X, Y]));
        Refusal.Argument("Reshape: an array of shape [2,3] cannot take the shape [4].", () => Mx.Reshape(X, 4));
        Refusal.Argument("Reshape: an array of shape [2,3] cannot take the shape [-1,-1].", () => Mx.Reshape(X, (-1, -1)));
        Refusal.Argument("Reshape: an array of shape [2,3] cannot take the shape [-1,4].", () => Mx.Reshape(X, (-1, 4)));
        Refusal.Argument("Full: values of shape [2,3] do not broadcast to [3].", () => Mx.Full(3, X));
    }

    public static TheoryData<string> Axial => [.. AxialTable.Keys];

    private static readonly Dictionary<string, Func<NDArray, int, object?>> AxialTable = new()
    {
        ["Sum"] = (x, axis) => Mx.Sum(x, axis),
        ["Mean"] = (x, axis) => Mx.Mean(x, axis),
        ["Max"] = (x, axis) => Mx.Max(x, axis),
        ["All"] = (x, axis) => Mx.All(x, axis),
        ["ArgMax"] = (x, axis) => Mx.ArgMax(x, axis),
        ["Prod"] = (x, axis) => Mx.Prod(x, axis),
        ["Var"] = (x, axis) => Mx.Var(x, axis),
        ["Median"] = (x, axis) => Mx.Median(x, axis),
        ["LogSumExp"] = (x, axis) => Mx.LogSumExp(x, axis),
        ["Softmax"] = (x, axis) => Mx.Softmax(x, axis),
        ["Sort"] = (x, axis) => Mx.Sort(x, axis),
        ["ArgSort"] = (x, axis) => Mx.ArgSort(x, axis),
        ["CumSum"] = (x, axis) => Mx.CumSum(x, axis),
        ["CumMax"] = (x, axis) => Mx.CumMax(x, axis),
        ["Concatenate"] = (x, axis) => Mx.Concatenate([x, x], axis),
        ["Split"] = (x, axis) => Mx.Split(x, 1, axis),
        ["Squeeze"] = (x, axis) => Mx.Squeeze(x, axis),
        ["Repeat"] = (x, axis) => Mx.Repeat(x, 2, axis),
        ["Roll"] = (x, axis) => Mx.Roll(x, 1, axis),
        ["Take"] = (x, axis) => Mx.Take(x, new[] { 0 }, axis),
        ["TakeAlongAxis"] = (x, axis) => Mx.TakeAlongAxis(x, Mx.ArgSort(x), axis),
        ["Transpose"] = (x, axis) => Mx.Transpose(x, (0, axis)),
        ["SwapAxes"] = (x, axis) => Mx.SwapAxes(x, 0, axis),
        ["MoveAxis"] = (x, axis) => Mx.MoveAxis(x, axis, 0),
        ["Unflatten"] = (x, axis) => Mx.Unflatten(x, axis, (1, -1)),
        ["Unstack"] = (x, axis) => Mx.Unstack(x, axis),
        ["Random.Permutation"] = (x, axis) => Mx.Random.Permutation(x, axis),
        ["Random.Categorical"] = (x, axis) => Mx.Random.Categorical(x, axis),
    };

    [Theory, MemberData(nameof(Axial))]
    public void AxesThatAreNotThere(string function)
    {
        Refusal.Argument($"{function}: axis 2 is out of range for an array with 2 axes.", () => AxialTable[function](X, 2));
        Refusal.Argument($"{function}: axis -3 is out of range for an array with 2 axes.", () => AxialTable[function](X, -3));
        Refusal.Argument($"{function}: axis {int.MinValue} is out of range for an array with 2 axes.", () => AxialTable[function](X, int.MinValue));
    }

    [Fact]
    public void AxesThatAreNamedTwice()
    {
        Refusal.Argument("Sum: axis 1 is given twice in [1,-1].", () => Mx.Sum(X, (1, -1)));
        Refusal.Argument("Transpose: [0,0] is not an order of the 2 axes of shape [2,3].", () => Mx.Transpose(X, (0, 0)));
        Refusal.Argument("Transpose: [0] is not an order of the 2 axes of shape [2,3].", () => Mx.Transpose(X, 0));
    }

    [Fact]
    public void NegativeSizes()
    {
        Refusal.Argument("Zeros: shape [2,-1] has a negative length.", () => Mx.Zeros((2, -1)));
        Refusal.Argument("Ones: shape [-1] has a negative length.", () => Mx.Ones(-1));
        Refusal.Argument("Full: shape [-3,0] has a negative length.", () => Mx.Full((-3, 0), 1));
        Refusal.Argument("Empty: shape [-1] has a negative length.", () => Mx.Empty(-1));
        Refusal.Argument("BroadcastTo: shape [-1] has a negative length.", () => Mx.BroadcastTo(1.0, -1));
        Refusal.Argument("Eye: ", () => Mx.Eye(-1));
        Refusal.Argument("Eye: a matrix of shape [65536,65536] has more", () => Mx.Eye(1 << 16));
        Refusal.Argument("Identity: a matrix of shape [65536,65536] has more", () => Mx.Identity(1 << 16));
        Refusal.Argument("Diag: a matrix of shape [65536,65536] has more", () => Mx.Diag(Mx.Ones(1 << 16)));
        Refusal.Argument("Tri: ", () => Mx.Tri(2, -1));
        Refusal.Argument("Linspace: -1 numbers cannot be.", () => Mx.Linspace(0, 1, -1));
        Refusal.Argument("Reshape: shape [-2,3] has a negative length.", () => Mx.Reshape(X, (-2, 3)));
        Refusal.Argument("Tile: the repetitions [-1] are not all at least 0.", () => Mx.Tile(X, -1));
        Refusal.Argument("Repeat: -1 repetitions cannot be.", () => Mx.Repeat(X, -1));
        Refusal.Argument("Pad: the widths (-1, 0) are not both at least 0.", () => Mx.Pad(X, (-1, 0)));
        Refusal.Argument("Split: axis 1 of shape [2,3] does not divide into -1 equal parts.", () => Mx.Split(X, -1, 1));
        Refusal.Argument("Split: axis 1 of shape [2,3] does not divide into 0 equal parts.", () => Mx.Split(X, 0, 1));
        Refusal.Argument("Random: shape [-1] has a negative length.", () => Mx.Random.Uniform(shape: -1));
        Refusal.Argument("Random.Permutation: -1 integers cannot be.", () => Mx.Random.Permutation(-1));
        Refusal.Argument("Random.Categorical: -1 samples cannot be.", () => Mx.Random.Categorical(X, numSamples: -1));
    }

    [Fact]
    public void SizesBeyondCounting()
    {
        NDArray long1 = Mx.Zeros((Huge, 1));
        Refusal.Argument("Zeros: an array float32[2147483647,2147483647,2147483647] would have more bytes than 64 bits count.", () => Mx.Zeros([Huge, Huge, Huge]));
        Refusal.Argument("Ones: an array float64[2147483647,2147483647] would have more bytes", () => Mx.Ones((Huge, Huge), DType.Float64));
        Refusal.Argument("BroadcastTo: an array float32[2147483647,2147483647,4] would have more bytes", () => Mx.BroadcastTo(1f, [Huge, Huge, 4]));
        Refusal.Argument("BroadcastTo: an array float32[2147483647,2147483647,3] would have more bytes", () => Mx.Zeros([Huge, 1, 3]) + Mx.Zeros((Huge, 1)));
        Refusal.Argument("MatMul: an array float32[5,2147483647,2147483647] would have more bytes", () => Mx.MatMul(Mx.Zeros([5, Huge, 1]), Mx.Zeros([5, 1, Huge])));
        Refusal.Argument("Reshape: ", () => Mx.Reshape(X, [Huge, Huge, Huge]));
        Refusal.Argument("Reshape: ", () => Mx.Reshape(Mx.Zeros(0), [Huge, Huge, Huge]));
        Refusal.Argument("Reshape: ", () => Mx.Reshape(Mx.Zeros((Huge, 2)), -1));
        Refusal.Argument("Flatten: the 4611686014132420609 elements of shape [2147483647,2147483647] do not fit one axis.", () => Mx.Flatten(Mx.Zeros((Huge, Huge), DType.Bool)));
        Refusal.Argument("Tile: the 4294967294 elements", () => Mx.Tile(long1, 2, 1));
        Refusal.Argument("Repeat: the 4294967294 elements", () => Mx.Repeat(long1, 2, 0));
        Refusal.Argument("Concatenate: 4294967294 elements along axis 0 are more than an axis can have.", () => Mx.Concatenate([long1, long1]));
        Refusal.Argument("Pad: an axis of shape [2147483647,1] would get 2147483649 elements.", () => Mx.Pad(long1, 1));
        Refusal.Argument("Arange: ", () => Mx.Arange(1e18));
        Refusal.Argument("Arange: ", () => Mx.Arange(0.0, 1.0, 0.0));
        Refusal.Argument("Arange: ", () => Mx.Arange(0, 10, 0));
        Refusal.Argument("Arange: ", () => Mx.Arange(double.NaN));
        Refusal.Argument("Random: an array uint32[2147483647,2147483647,2147483647]", () => Mx.Random.Normal([Huge, Huge, Huge]));
        Assert.Equal(0, Mx.Zeros([Huge, Huge, Huge, 0]).Size);
    }

    [Fact]
    public void IndicesThatAreNotThere()
    {
        Assert.ThrowsAny<ArgumentException>(() => X[2]);
        Assert.ThrowsAny<ArgumentException>(() => X[0, -4]);
        Assert.ThrowsAny<ArgumentException>(() => X[0, 0, 0]);
        Assert.ThrowsAny<ArgumentException>(() => Mx.Take(X, 7));
        Assert.Equal(new Shape([0, 3]), X[5..].Shape);
    }

    [Fact]
    public void ElementsOfAnotherType()
    {
        Refusal.Of<InvalidOperationException>("Item: the elements are float32, not Double; convert with AsType first.", () => Mx.Sum(X).Item<double>());
        Refusal.Of<InvalidOperationException>("Item: the array has shape [2,3]; only an array of one element has an item.", () => X.Item<float>());
        Refusal.Of<InvalidOperationException>("Item: the array has shape [0]", () => Mx.Zeros(0).Item<float>());
        Refusal.Of<InvalidOperationException>("ToArray: the elements are float32, not Int32", () => X.ToArray<int>());
    }
}
