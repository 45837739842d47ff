namespace Tangent.Tests.Laws;

/// <content>What NumPy has and MLX has not.</content>
public static partial class Samples
{
    private const string Length = "the length of its result depends on values";

    private static NDArray Holes(NDArray x) => Mx.Where(new[,] { { true, false, true, true }, { false, true, true, true } }, x, double.NaN);

    private static IEnumerable<Sample> NumPyFamily() =>
    [
        Binary("Mx.Hypot", Mx.Hypot, -2, 2),
        Of("Mx.Hypot", "ties and one zero", (x, y) => Mx.Hypot(x * new[] { 1.0, 0, 1 }, Mx.Where(new[] { true, false, false }, x, y)), 3, 3),
        Binary("Mx.CopySign", Mx.CopySign, 0.3, 2),
        Of("Mx.CopySign", "both signs", (x, y) => Mx.CopySign(x, y), (2, 3), 3),
        Unary("Mx.Relu", Mx.Relu, -2, 2),
        Of("Mx.LogSoftmax", "axis", x => Mx.LogSoftmax(x, 1), (2, 5)),
        Of("Mx.LogSoftmax", "all", x => Mx.LogSoftmax(x, null), (2, 3)),
        Of("Mx.LogSoftmax", "long rows", x => Mx.LogSoftmax(x, -1), (64, 64)),
        Of("Mx.Dot", "vectors", Mx.Dot, 5, 5),
        Of("Mx.Dot", "matrices", Mx.Dot, (2, 3), (3, 4)),
        Of("Mx.Dot", "more axes", Mx.Dot, (2, 2, 3), (2, 3, 2)),
        Of("Mx.Ravel", "matrix", Mx.Ravel, (2, 3)),
        Of("Mx.HStack", "matrices and vectors", (x, y) => Mx.HStack([x, y, x]) * Mx.HStack([y[0], x[1], y[1]]), (2, 3), (2, 3)),
        Of("Mx.VStack", "a matrix and a row", (x, y) => Mx.VStack([x, y]), (2, 3), 3),
        Of("Mx.DStack", "matrices", (x, y) => Mx.DStack([x, y]), (2, 3), (2, 3)),
        Of("Mx.ColumnStack", "a matrix and a column", (x, y) => Mx.ColumnStack([x, y]), (2, 3), 2),
        Of("Mx.Norm", "rows", x => Mx.Norm(x, axis: 1), (2, 5)),
        Of("Mx.Norm", "a zero among the elements", x => Mx.Norm(x * new[] { 1.0, 0, 1 }), (2, 3)),
        Of("Mx.Norm", "order 3", x => Mx.Norm(x, 3, 0, true), (3, 2)),
        Of("Mx.Norm", "order -1.5", x => Mx.Norm(x, -1.5, 1), (2, 3), 0.3, 1),
        Of("Mx.Norm", "largest", x => Mx.Norm(x, double.PositiveInfinity), 5),
        Of("Mx.Norm", "largest column", x => Mx.Norm(x, 1), (3, 2)),
        new("Mx.Norm", "complex", x => [Mx.Norm(x[0], axis: 0)], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        Of("Mx.Quantile", "two shares of rows", x => Mx.Quantile(x, new[] { 0.3, 0.75 }, 1), (2, 5)),
        Of("Mx.Quantile", "all, kept", x => Mx.Quantile(x, 0.4, keepdims: true), (2, 3)),
        new("Mx.Quantile", "shares too", x => [Mx.Quantile(x[0], x[1], 0)], Numbers((5, 2)), Numbers(3, 0.1, 0.2)),
        Of("Mx.Percentile", "axes", x => Mx.Percentile(x, 30.0, (0, 2)), Cube),
        Of("Mx.NanQuantile", "holes", x => Mx.NanQuantile(Holes(x), new[] { 0.3, 0.8 }, 1), (2, 4)),
        Of("Mx.NanMedian", "holes", x => Mx.NanMedian(Holes(x), 1), (2, 4)),
        Of("Mx.NanSum", "holes", x => Mx.NanSum(Holes(x), 1), (2, 4)),
        Of("Mx.NanProd", "holes", x => Mx.NanProd(Holes(x), 0), (2, 4)),
        Of("Mx.NanMean", "holes", x => Mx.NanMean(Holes(x), 1, true), (2, 4)),
        Of("Mx.NanVar", "holes", x => Mx.NanVar(Holes(x), 1, ddof: 1), (2, 4)),
        Of("Mx.NanStd", "holes", x => Mx.NanStd(Holes(x)), (2, 4)),
        Of("Mx.NanMax", "holes", x => Mx.NanMax(Holes(x), 1), (2, 4)),
        Of("Mx.NanMin", "holes", x => Mx.NanMin(Holes(x), 1), (2, 4)),
        Flat("Mx.SignBit", Mx.SignBit, Truth),
        Flat("Mx.SearchSorted", x => Mx.SearchSorted(new[] { -1.0, 0, 0.5 }, x, SearchSide.Right), Place),
        Flat("Mx.Histogram", x => Mx.Histogram(x, 4, (-2, 2)).Counts, "its result is a number of elements"),
        new("Mx.Histogram", "weights", x => [Mx.Histogram(new[] { 0.1, 0.7, 0.8, 0.3 }, 3, weights: x[0], density: true).Counts], Numbers(4, 0.5, 1)),
        new("Mx.OneHot", "classes", x => [Mx.OneHot(x[0], 3)], (NDArray)new[] { 0, 2, 1, 5 }) { Constant = "its argument is of integers" },
        Of("NDArray.Part", "read by a mask", x => x[new[] { true, false, true }] * x[.., new[] { false, true, true, false }][..2, ..1], (3, 4)),
        Of("NDArray.Part", "read by a mask that depends on the input", x => Mx.Sin(x[x > 0]), (3, 3)) with { NoVmap = Length, NoCompile = Length },
        Of("Mx.Unique", "different elements", x => Mx.Unique(x), (2, 3)) with { NoVmap = Length, NoCompile = Length },
        Of("Mx.UniqueCounts", "values", x => Mx.UniqueCounts(x).Values, (2, 3)) with { NoVmap = Length, NoCompile = Length },
        Of("Mx.UniqueInverse", "values taken again", x => Mx.Take(Mx.UniqueInverse(x).Values, Mx.UniqueInverse(x).Inverse), (2, 3)) with { NoVmap = Length, NoCompile = Length },
        Flat("Mx.NonZero", x => Mx.NonZero(x)[1], Place) with { NoVmap = Length, NoCompile = Length },
        Flat("Mx.ArgWhere", x => Mx.ArgWhere(x), Place) with { NoVmap = Length, NoCompile = Length },
    ];
}
