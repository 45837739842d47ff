using Xunit;

namespace Tangent.Tests.Primitives.Indexing;

/// <summary>Integers in an index take axes away: what is read and written without them is what lies there, for every choice of axes and every place of a batch.</summary>
public class DroppedAxesTests
{
    private static readonly Shape Shape = (2, 3, 4);

    public static TheoryData<int> Choices => [.. Enumerable.Range(0, 8)];

    [Theory, MemberData(nameof(Choices))]
    public void PartsAreRead(int choice)
    {
        NDArray x = Numbers(Shape), whole = Slice.Of(x, Region(choice).Undropped);
        Assert.Equal(Part(choice), x[Index(choice)].Shape);
        Assert.Equal(whole.ToArray<double>(), x[Index(choice)].ToArray<double>());
    }

    [Theory, MemberData(nameof(Choices))]
    public void PartsAreWrittenAndAddedTo(int choice)
    {
        NDArray x = Numbers(Shape), part = Numbers(Part(choice)) * -1, y = x.Share();
        y[Index(choice)] = part;
        Assert.Equal(SliceUpdate.Of(x, Mx.Reshape(part, Region(choice).Shape), Region(choice).Undropped).ToArray<double>(), y.ToArray<double>());
        Assert.Equal((y - x).ToArray<double>(), (x.At[Index(choice)].Add(part - x[Index(choice)]) - x).ToArray<double>());
    }

    [Theory, MemberData(nameof(Choices))]
    public void OfEveryExample(int choice)
    {
        Shape part = Part(choice);
        for (int axis = 0; axis <= Shape.Rank; axis++)
        {
            NDArray batch = Numbers(Shape.Insert(axis, 5));
            Same(v => [v[0][Index(choice)]], [batch], [axis]);
            for (int of = -1; of <= part.Rank; of++)
                Same(Written, [batch, of < 0 ? Numbers(part) : Numbers(part.Insert(of, 5))], [axis, of < 0 ? null : of]);
        }
        for (int of = 0; of <= part.Rank; of++)
            Same(Written, [Numbers(Shape), Numbers(part.Insert(of, 5))], [null, of]);

        NDArray[] Written(NDArray[] v)
        {
            NDArray y = v[0].Share();
            y[Index(choice)] = v[1];
            return [y];
        }
    }

    private static void Same(Func<NDArray[], NDArray[]> f, NDArray[] x, int?[] axes)
    {
        NDArray[] examples = [.. Enumerable.Range(0, 5).Select(i => f([.. x.Select((array, j) => axes[j] is { } axis ? Mx.Take(array, i, axis) : array)])[0])];
        NDArray expected = Mx.Stack(examples), actual = Mx.Vmap(f, axes)(x)[0];
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.ToArray<double>(), actual.ToArray<double>());
    }

    private static ArrayIndex[] Index(int choice) => [.. Enumerable.Range(0, Shape.Rank).Select(axis => IsDropped(choice, axis) ? (ArrayIndex)(axis - 1) : Mx.Every(1))];

    private static Region Region(int choice)
    {
        int[] dropped = [.. Enumerable.Range(0, Shape.Rank).Where(axis => IsDropped(choice, axis))];
        int[] start = [.. Enumerable.Range(0, Shape.Rank).Select(axis => IsDropped(choice, axis) ? (axis + Shape[axis] - 1) % Shape[axis] : 0)];
        int[] lengths = [.. Enumerable.Range(0, Shape.Rank).Select(axis => IsDropped(choice, axis) ? 1 : Shape[axis])];
        return new(start, [1, 1, 1], new(lengths), new(dropped));
    }

    private static Shape Part(int choice) => Region(choice).Part;

    private static bool IsDropped(int choice, int axis) => (choice >> axis & 1) != 0;

    private static NDArray Numbers(Shape shape) => Mx.Reshape(Mx.Arange((double)shape.Size, dtype: DType.Float64), shape);
}
