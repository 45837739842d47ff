using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Cases of indexing in which other frameworks answer wrongly, read outside the array, or have no derivative.</summary>
public class IndexingPeersTests
{
    private static readonly int[] Repeated = [0, 2, 0];

    private static NDArray Point => new[] { 1.0, 2, 3 };

    [Fact]
    public void ASharedUpdateGoesIntoEverySourceOfABatch()
    {
        NDArray batch = Mx.Array(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } });
        NDArray update = new[] { 10.0, 20 };
        Func<NDArray[], NDArray[]> assign = v => { v[0][1..] = v[1]; return [v[0]]; };
        Assert.Equal([1.0, 10, 20, 4, 10, 20], Mx.Vmap(assign, [0, null])([batch, update])[0].ToArray<double>());
        Assert.Equal([1.0, 10, 20, 4, 10, 20], Mx.Vmap(assign, [1, null])([batch.T, update])[0].ToArray<double>());
        Func<NDArray[], NDArray[]> place = v => [Mx.SliceUpdate(v[0], v[1], new[] { 1 }, 0)];
        Assert.Equal([1.0, 10, 20, 4, 10, 20], Mx.Vmap(place, [0, null])([batch, update])[0].ToArray<double>());
    }

    [Fact]
    public void AMappedUpdateGoesIntoASharedSource()
    {
        NDArray shared = Mx.Zeros(3, DType.Float64);
        NDArray y = Mx.Vmap(v => { NDArray z = +shared; z[1] = v[0]; z[new[] { 2, 0 }] = v[0] * 2; return [z]; })([new[] { 1.0, 2 }])[0];
        Assert.Equal([2.0, 1, 2, 4, 2, 4], y.ToArray<double>());
        Assert.Equal([0.0, 0, 0], shared.ToArray<double>());
    }

    [Fact]
    public void TheVjpOfASliceUpdateMapsOverItsSource()
    {
        NDArray batch = Mx.Array(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } });
        NDArray update = new[] { 10.0, 20 };
        Func<NDArray[], NDArray[]> pull = v => Mx.Vjp(
            u => { NDArray z = u[0] * u[0]; z[1..] = u[1] * u[1]; return [z]; }, v, [new[] { 1.0, 10, 100 }]).Cotangents;
        NDArray[] ct = Mx.Vmap(pull, [0, null])([batch, update]);
        Assert.Equal([2.0, 0, 0, 8, 0, 0], ct[0].ToArray<double>());
        Assert.Equal([200.0, 4000, 200, 4000], ct[1].ToArray<double>());
    }

    [Theory]
    [InlineData(2, 0), InlineData(-4, 0), InlineData(0, 3), InlineData(0, int.MaxValue), InlineData(int.MinValue, 0)]
    public void ASliceThatStartsOutOfRangeIsRefusedAndNothingIsRead(int row, int column)
    {
        NDArray x = Mx.Ones((3, 4));
        NDArray start = new[] { row, column };
        foreach (Func<NDArray> read in new Func<NDArray>[]
        {
            () => Mx.Slice(x, start, (0, 1), (2, 2)),
            () => Mx.SliceUpdate(x, Mx.Zeros((2, 2)), start, (0, 1)),
            () => Mx.Compile(v => [Mx.Slice(x, v[0], (0, 1), (2, 2))])([start])[0],
            () => Mx.Vmap(v => [Mx.Slice(x, v[0], (0, 1), (2, 2))])([Mx.Stack([Mx.Zeros(2, DType.Int32), start])])[0],
            () => Mx.Jvp(v => [Mx.Slice(v[0], start, (0, 1), (2, 2))], [x], [x]).Tangents[0],
            () => Mx.Vjp(v => [Mx.Slice(v[0], start, (0, 1), (2, 2))], [x], [Mx.Ones((2, 2))]).Cotangents[0],
        })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => read().Eval());
            Assert.Contains("a slice of length 2 that starts at", error.Message, StringComparison.Ordinal);
            Assert.Contains("of shape [3,4]", error.Message, StringComparison.Ordinal);
        }
        Assert.Equal(12f, Mx.Sum(x).Item<float>());
    }

    [Fact]
    public void AStartThatIsBeyondInt64IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Slice(Point, NDArray.Copy<ulong>([ulong.MaxValue], DType.UInt64, 1), 0, 1).Eval());

    [Fact]
    public void TheTangentOfAnAssignmentIsTheAssignmentOfTangents()
    {
        Func<NDArray[], NDArray[]> assign = v => { v[0][Repeated] = v[1]; return [v[0]]; };
        NDArray[] dy = Mx.Jvp(assign, [Point, Point], [new[] { 10.0, 20, 30 }, new[] { 1.0, 2, 3 }]).Tangents;
        Assert.Equal([3.0, 20, 2], dy[0].ToArray<double>());
    }

    [Fact]
    public void UpdatesAtRepeatedPlacesHaveTangents()
    {
        NDArray dx = new[] { 10.0, 20, 30 };
        NDArray dv = new[] { 1.0, 2, 3 };
        Assert.Equal([14.0, 20, 32], Tangent((part, v) => part.Add(v)));
        Assert.Equal([6.0, 20, 28], Tangent((part, v) => part.Subtract(v)));
        Assert.Equal([36.0, 20, 66], Tangent((part, v) => part.Multiply(v)));
        Assert.Equal([3.0, 20, 30], Tangent((part, v) => part.Maximum(v)));

        double[] Tangent(Func<ArrayPart, NDArray, NDArray> update) =>
            Mx.Jvp(v => [update(v[0].At[Repeated], v[1])], [Point, Point], [dx, dv]).Tangents[0].ToArray<double>();
    }

    public static TheoryData<string> Readings => [.. Reads.Keys];

    private static readonly Dictionary<string, (Func<NDArray, NDArray> Read, double[] Expected)> Reads = new()
    {
        ["gather"] = (x => x[Repeated], [12, 0, 18]),
        ["take"] = (x => Mx.Take(x, Repeated), [12, 0, 18]),
        ["take along an axis"] = (x => Mx.TakeAlongAxis(x, Repeated, 0), [12, 0, 18]),
        ["diagonal"] = (x => Mx.Diagonal(Mx.Diag(x)), [6, 12, 18]),
        ["trace"] = (x => Mx.Trace(Mx.Diag(x * x * x)), [6, 12, 18]),
        ["slice"] = (x => Mx.Slice(x, 1, 0, 2), [0, 12, 18]),
        ["places that depend on the input"] = (x => Mx.TakeAlongAxis(x, Mx.ArgSort(x), 0), [6, 12, 18]),
        ["scatter"] = (x => Mx.Zeros(3, DType.Float64).At[Repeated].Add(x), [48, 12, 48]),
    };

    [Theory, MemberData(nameof(Readings))]
    public void ForwardOverReverseAndReverseOverForwardGoThrough(string name)
    {
        (Func<NDArray, NDArray> read, double[] expected) = Reads[name];
        Func<NDArray[], NDArray[]> cube = v => { NDArray y = read(v[0]); return [name == "trace" ? y : Mx.Sum(y * y * y)]; };
        NDArray[] direction = [Mx.Ones(3, DType.Float64)];
        NDArray one = Mx.AsType(1.0, DType.Float64);
        Assert.Equal(expected, Mx.Jvp(v => Mx.Vjp(cube, v, [one]).Cotangents, [Point], direction).Tangents[0].ToArray<double>());
        Assert.Equal(expected, Mx.Vjp(v => Mx.Jvp(cube, v, direction).Tangents, [Point], [one]).Cotangents[0].ToArray<double>());
    }

    [Fact]
    public void ForwardOverReverseGoesThroughAProduct()
    {
        NDArray gradient = Mx.Jvp(v => Mx.Vjp(u => [Mx.Prod(u[0])], v, [Mx.AsType(1.0, DType.Float64)]).Cotangents, [Point], [Mx.Ones(3, DType.Float64)]).Tangents[0];
        Assert.Equal([5.0, 4, 3], gradient.ToArray<double>());
    }
}
