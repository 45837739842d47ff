using Xunit;

namespace Tangent.Tests.Ops.Shapes;

/// <summary>Compositions of slices, reshapes, permutations and broadcasts.</summary>
public class ShapesTests
{
    private static NDArray Cube => Mx.Reshape(Mx.Arange(24), (2, 3, 4));

    public static TheoryData<string, Func<NDArray>, Shape, int[]?> Values => new()
    {
        { "flatten", () => Mx.Flatten(Cube), 24, null },
        { "flatten middle", () => Mx.Flatten(Cube, 1, 2), (2, 12), null },
        { "flatten beyond", () => Mx.Flatten(Cube, -9, 9), 24, null },
        { "flatten scalar", () => Mx.Flatten(Mx.Array(3)), 1, [3] },
        { "unflatten", () => Mx.Unflatten(Cube, -1, (2, -1)), (2, 3, 2, 2), null },
        { "squeeze", () => Mx.Squeeze(Mx.Ones([1, 3, 1])), 3, null },
        { "squeeze one", () => Mx.Squeeze(Mx.Ones([1, 3, 1]), -1), (1, 3), null },
        { "swapaxes", () => Mx.SwapAxes(Cube, 0, -1), (4, 3, 2), null },
        { "matrix transpose", () => Mx.MatrixTranspose(Mx.Reshape(Mx.Arange(4), (2, 2))), (2, 2), [0, 2, 1, 3] },
        { "at least 2", () => Mx.AtLeast2D(Mx.Ones(3)), (1, 3), null },
        { "at least 3", () => Mx.AtLeast3D(Mx.Ones(3)), (1, 3, 1), null },
        { "at least 3 of a matrix", () => Mx.AtLeast3D(Mx.Ones((2, 3))), (2, 3, 1), null },
        { "stack", () => Mx.Stack([Mx.Arange(2), Mx.Arange(2, 4)], -1), (2, 2), [0, 2, 1, 3] },
        { "unstack", () => Mx.Unstack(Mx.Reshape(Mx.Arange(6), (3, 2)), 1)[1], 3, [1, 3, 5] },
        { "split", () => Mx.Split(Mx.Arange(6), 3)[1], 2, [2, 3] },
        { "split at", () => Mx.Split(Mx.Arange(4), [1, -1])[1], 2, [1, 2] },
        { "split beyond", () => Mx.Split(Mx.Arange(4), [2, 2, 9])[3], 0, [] },
        { "tile", () => Mx.Tile(Mx.Arange(2), 2, 2), (2, 4), [0, 1, 0, 1, 0, 1, 0, 1] },
        { "tile nothing", () => Mx.Tile(Mx.Arange(2), 0), 0, [] },
        { "tile fewer", () => Mx.Tile(Mx.Reshape(Mx.Arange(2), (2, 1)), 2), (2, 2), [0, 0, 1, 1] },
        { "repeat", () => Mx.Repeat(Mx.Reshape(Mx.Arange(4), (2, 2)), 2, 0), (4, 2), [0, 1, 0, 1, 2, 3, 2, 3] },
        { "repeat all", () => Mx.Repeat(Mx.Arange(2), 2), 4, [0, 0, 1, 1] },
        { "flip", () => Mx.Flip(Mx.Reshape(Mx.Arange(4), (2, 2)), 1), (2, 2), [1, 0, 3, 2] },
        { "flip all", () => Mx.Flip(Mx.Reshape(Mx.Arange(4), (2, 2))), (2, 2), [3, 2, 1, 0] },
        { "flip nothing", () => Mx.Flip(Mx.Zeros((2, 0), DType.Int32)), (2, 0), [] },
        { "roll", () => Mx.Roll(Mx.Arange(5), -2), 5, [2, 3, 4, 0, 1] },
        { "roll twice", () => Mx.Roll(Mx.Reshape(Mx.Arange(4), (2, 2)), [1, 3], (0, 1)), (2, 2), [3, 2, 1, 0] },
        { "roll along a repeated axis", () => Mx.Roll(Mx.Arange(5), [1, 2, -1], [0, -1, 0]), 5, [3, 4, 0, 1, 2] },
        { "roll as often as an axis is named", () => Mx.Roll(Mx.Arange(5), 1, [0, 0]), 5, [3, 4, 0, 1, 2] },
        { "roll by several shifts along one axis", () => Mx.Roll(Mx.Arange(5), [1, 1], 0), 5, [3, 4, 0, 1, 2] },
        { "roll by shifts whose sum is no int", () => Mx.Roll(Mx.Arange(5), [int.MaxValue, int.MaxValue], 0), 5, [1, 2, 3, 4, 0] },
        { "roll flat", () => Mx.Roll(Mx.Reshape(Mx.Arange(4), (2, 2)), 1), (2, 2), [3, 0, 1, 2] },
        { "roll nothing", () => Mx.Roll(Mx.Zeros((2, 0), DType.Int32), 1), (2, 0), [] },
        { "diagonal", () => Mx.Diagonal(Mx.Reshape(Mx.Arange(6), (2, 3)), 1), 2, [1, 5] },
        { "diagonal of transposed", () => Mx.Diagonal(Cube, -1, 2, 0), (3, 2), [1, 14, 5, 18, 9, 22] },
        { "diagonal out of range", () => Mx.Diagonal(Cube, 9), (4, 0), [] },
        { "diag", () => Mx.Diag(Mx.Arange(1, 3), -1), (3, 3), [0, 0, 0, 1, 0, 0, 0, 2, 0] },
        { "diag of a matrix", () => Mx.Diag(Mx.Reshape(Mx.Arange(4), (2, 2))), 2, [0, 3] },
        { "trace", () => Mx.Trace(Mx.Reshape(Mx.Arange(4), (2, 2))), Shape.Scalar, [3] },
        { "contiguous", () => Mx.Contiguous(Mx.Transpose(Mx.Reshape(Mx.Arange(4), (2, 2)))), (2, 2), [0, 2, 1, 3] },
        { "diff", () => Mx.Diff(new[] { 1, 4, 9, 16 }), 3, [3, 5, 7] },
        { "diff twice", () => Mx.Diff(new[] { 1, 4, 9, 16 }, 2), 2, [2, 2] },
        { "diff with ends", () => Mx.Diff(Mx.Reshape(Mx.Arange(4), (2, 2)), axis: 0, prepend: 0, append: Mx.Ones((1, 2), DType.Int32)), (3, 2), [0, 1, 2, 2, -1, -2] },
        { "diff of nothing", () => Mx.Diff(Mx.Zeros(0, DType.Int32), 3), 0, [] },
        { "diff of one", () => Mx.Diff(Mx.Arange(1), 3), 0, [] },
        { "broadcast shapes", () => Mx.Zeros(Mx.BroadcastShapes((3, 1), 4, (2, 1, 1)), DType.Int32), (2, 3, 4), null },
        { "broadcast arrays", () => Mx.BroadcastArrays(Mx.Arange(2), Mx.Zeros((2, 1)))[0], (2, 2), [0, 1, 0, 1] },
    };

    [Theory, MemberData(nameof(Values))]
    public void ShapeAndElements(string name, Func<NDArray> function, Shape shape, int[]? elements)
    {
        NDArray y = function();
        Assert.True(shape == y.Shape, $"{name}: {y.Shape}");
        if (elements is not null)
            Assert.Equal(elements, y.ToArray<int>());
    }

    public static TheoryData<string, Func<NDArray>> Refused => new()
    {
        { "flatten backwards", () => Mx.Flatten(Cube, 2, 1) },
        { "unflatten", () => Mx.Unflatten(Cube, 0, (2, 2)) },
        { "squeeze", () => Mx.Squeeze(Cube, 0) },
        { "matrix transpose", () => Mx.MatrixTranspose(Mx.Ones(3)) },
        { "stack", () => Mx.Stack([Mx.Ones(2), Mx.Ones(3)]) },
        { "stack nothing", () => Mx.Stack([]) },
        { "split", () => Mx.Split(Mx.Ones(4), 3)[0] },
        { "split in none", () => Mx.Split(Mx.Ones(4), 0)[0] },
        { "tile", () => Mx.Tile(Mx.Ones(4), -1) },
        { "tile overflow", () => Mx.Tile(Mx.Ones(4), int.MaxValue) },
        { "repeat", () => Mx.Repeat(Mx.Ones(4), -1) },
        { "repeat overflow", () => Mx.Repeat(Mx.Ones(4), int.MaxValue) },
        { "roll", () => Mx.Roll(Cube, [1, 2, 3], (0, 1)) },
        { "diagonal", () => Mx.Diagonal(Cube, 0, 1, -2) },
        { "diag", () => Mx.Diag(Cube) },
        { "diag overflow", () => Mx.Diag(Mx.Ones(2), int.MinValue) },
        { "diff", () => Mx.Diff(Cube, -1) },
        { "broadcast", () => Mx.BroadcastArrays(Mx.Ones(2), Mx.Ones(3))[0] },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Refuses(string name, Func<NDArray> function) =>
        Assert.True(Record.Exception(function) is ArgumentException exception && exception.Message.Contains(": ", StringComparison.Ordinal), name);
}
