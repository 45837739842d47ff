namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly Shape Cube = (2, 3, 2);

    private static IEnumerable<Sample> ShapeFamily() =>
    [
        Of("Mx.AsStrided", "overlapping", x => Mx.AsStrided(x, (2, 3), [2, 1], 1), (2, 3)),
        Of("Mx.AsStrided", "backwards", x => Mx.AsStrided(x, 3, [-2], 5), (3, 2)),
        Of("Mx.AtLeast1D", "scalar", x => Mx.AtLeast1D(x), Shape.Scalar),
        Of("Mx.AtLeast2D", "vector", x => Mx.AtLeast2D(x), 3),
        Of("Mx.AtLeast3D", "matrix", x => Mx.AtLeast3D(x), (2, 3)),
        Of("Mx.BroadcastTo", "three axes", x => Mx.BroadcastTo(x, (2, 3, 4)), (3, 1)),
        new("Mx.BroadcastArrays", "two", x => Mx.BroadcastArrays(x), Numbers((3, 1)), Numbers(2, seed: 1)),
        Of("Mx.Contiguous", "transposed", x => Mx.Contiguous(Mx.Transpose(x)), (2, 3)),
        Of("Mx.Diag", "vector", x => Mx.Diag(x, -1), 3),
        Of("Mx.Diag", "matrix", x => Mx.Diag(x, 1), (2, 3)),
        Of("Mx.Diagonal", "axes", x => Mx.Diagonal(x, 1, 1, 0), Cube),
        Of("Mx.Diff", "twice", x => Mx.Diff(x, 2, 1, prepend: 1.0), Cube),
        Of("Mx.Diff", "end", (x, y) => Mx.Diff(x, axis: 0, append: y), (2, 3), (1, 3)),
        Of("Mx.ExpandDims", "two", x => Mx.ExpandDims(x, (0, -1)), (2, 3)),
        Of("Mx.Flatten", "last", x => Mx.Flatten(x, 1), Cube),
        Of("Mx.Flip", "two axes", x => Mx.Flip(x, (0, 2)), Cube),
        Of("Mx.MatrixTranspose", "cube", Mx.MatrixTranspose, Cube),
        Of("Mx.MoveAxis", "cube", x => Mx.MoveAxis(x, 0, -1), Cube),
        Of("Mx.PermuteDims", "cube", x => Mx.PermuteDims(x, (2, 0, 1)), Cube),
        Of("Mx.Repeat", "axis", x => Mx.Repeat(x, 3, 1), (2, 3)),
        Of("Mx.Reshape", "matrix", x => Mx.Reshape(x, (3, -1)), Cube),
        Of("Mx.Roll", "axes", x => Mx.Roll(x, [1, 4], (0, 1)), (2, 3)),
        Of("Mx.Split", "third", x => Mx.Split(x, 3, 1)[2], (2, 3)),
        new("Mx.Split", "at", x => Mx.Split(x[0], [1], 1), Numbers((2, 3))),
        Of("Mx.Squeeze", "all", x => Mx.Squeeze(x), (1, 3, 1)),
        Of("Mx.SwapAxes", "cube", x => Mx.SwapAxes(x, 0, 2), Cube),
        Of("Mx.Tile", "more axes", x => Mx.Tile(x, 2, 1, 3), (2, 3)),
        Of("Mx.Trace", "offset", x => Mx.Trace(x, 1), (3, 4)),
        Of("Mx.Transpose", "cube", x => Mx.Transpose(x), Cube),
        Of("Mx.Tril", "matrix", x => Mx.Tril(x, 1), (3, 4)),
        Of("Mx.Triu", "matrices", x => Mx.Triu(x), (2, 3, 3)),
        Of("Mx.Unflatten", "axis", x => Mx.Unflatten(x, 1, (2, -1)), (2, 4)),
        new("Mx.Unstack", "all", x => Mx.Unstack(x[0], 1), Numbers((2, 3))),
    ];

    private static IEnumerable<Sample> JoiningFamily() =>
    [
        Of("Mx.Concatenate", "axis", (x, y) => Mx.Concatenate([x, y, x], 1), (2, 3), (2, 2)),
        Of("Mx.Concatenate", "flattened", (x, y) => Mx.Concatenate([x, y], null), (2, 3), 2),
        Of("Mx.Concatenate", "with a constant", x => Mx.Concatenate([x, Numbers((1, 3), seed: 5)]), (2, 3)),
        Of("Mx.Stack", "last", (x, y) => Mx.Stack([x, y], -1), (2, 3), (2, 3)),
        new("Mx.MeshGrid", "full", x => Mx.MeshGrid(x), Numbers(3), Numbers(2, seed: 1)),
        new("Mx.MeshGrid", "sparse", x => Mx.MeshGrid(x, sparse: true, GridIndexing.IJ), Numbers(3), Numbers(2, seed: 1)),
        Of("Mx.Pad", "constant", (x, y) => Mx.Pad(x, [(0, 1), (2, 0)], constantValues: y), (2, 2), 4),
        Of("Mx.Pad", "edge", x => Mx.Pad(x, [(2, 1), (0, 3)], PadMode.Edge), (2, 2)),
        Of("Mx.Pad", "reflect", x => Mx.Pad(x, [(3, 2), (0, 5)], PadMode.Reflect), (2, 3)),
        Of("Mx.Pad", "symmetric", x => Mx.Pad(x, [(3, 2), (0, 7)], PadMode.Symmetric), (2, 3)),
        Of("Mx.Full", "array", x => Mx.Full((2, 3), x), 3),
        Of("Mx.FullLike", "array", (x, y) => Mx.FullLike(x, y), (2, 3), 3),
        .. new (string Op, Func<NDArray, NDArray> Function)[]
        {
            ("Mx.ZerosLike", x => Mx.ZerosLike(x)), ("Mx.OnesLike", x => Mx.OnesLike(x)), ("Mx.EmptyLike", x => Mx.EmptyLike(x)),
        }.Select(entry => Flat(entry.Op, entry.Function, "does not depend on the elements")),
    ];
}
