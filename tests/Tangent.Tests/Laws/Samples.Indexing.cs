namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly NDArray Rows = new[] { 2, 0, 2, -1 };
    private static readonly NDArray Places = Mx.Reshape(new[] { 0, 1, 2, 0, 1, 1 }, (2, 3));

    private static IEnumerable<Sample> IndexingFamily() =>
    [
        Of("Mx.Take", "rows, some twice", x => Mx.Take(x, Rows, 0), (3, 2)),
        Of("Mx.Take", "flattened", x => Mx.Take(x, Rows), (3, 2)),
        Of("Mx.Take", "columns", x => Mx.Take(x, Rows, 1), (2, 3)),
        Of("Mx.TakeAlongAxis", "rows, some twice", x => Mx.TakeAlongAxis(x, Places, 0), (3, 3)),
        Of("Mx.TakeAlongAxis", "places that depend on the input", x => Mx.TakeAlongAxis(x, Mx.ArgSort(x, 1), 1), (2, 3)),
        Of("Mx.PutAlongAxis", "source and values", (x, y) => Mx.PutAlongAxis(x, Places, y, 0), (3, 3), (2, 3)),
        Of("Mx.PutAlongAxis", "read backwards", (x, y) => Mx.Flip(Mx.PutAlongAxis(x, Places, y, 0)), (3, 3), (2, 3)),
        Of("NDArray.Part", "read by integers, slices, arrays", x => x[1.., Rows] * x[..2, ^1..], (3, 4)),
    ];

    // Examples of a batch have other indices each.
    private static IEnumerable<Sample> IndexArgumentFamily() =>
    [
        Indexed("Mx.Take", (x, i) => Mx.Take(x, i, 0), (4, 3), new[] { 2, 0, 2, -1 }),
        Indexed("Mx.Take", (x, i) => Mx.Take(x, i, 1), (3, 4), new[] { 2, 0, -4 }) with { Variant = "columns by an argument" },
        Indexed("Mx.TakeAlongAxis", (x, i) => Mx.TakeAlongAxis(x, i, 0), (3, 2), Mx.Reshape(new[] { 0, 2, 1, 1, 2, 2, 0, 1 }, (4, 2))),
        Indexed("Mx.PutAlongAxis", (x, i) => Mx.PutAlongAxis(x, i, Mx.Sin(x[..2]), 0), (3, 2), Mx.Reshape(new[] { 0, 2, 1, 0 }, (2, 2))),
        Indexed("NDArray.Part", (x, i) => Mx.Sin(x[i, 1..]), (4, 3), new[] { 3, 0, 3 }),
        Indexed("NDArray.Part", (x, i) => { NDArray y = +x; y[i] = Mx.Sin(x[..2]); return y; }, (4, 3), new[] { 3, 1 }) with { Variant = "written by an argument" },
        Indexed("ArrayPart.Add", (x, i) => Mx.Cos(x).At[i].Add(x[..3]), (4, 3), new[] { 3, 1, 3 }),
        Indexed("ArrayPart.Multiply", (x, i) => x.At[i].Multiply(Mx.Sin(x[..3])), (4, 3), new[] { 3, 1, 3 }),
        Indexed("ArrayPart.Maximum", (x, i) => x.At[i].Maximum(Mx.Sin(x[..3])), (4, 3), new[] { 3, 1, 3 }),
        Indexed("Mx.Slice", (x, i) => Mx.Slice(x, i, (0, 1), (2, 2)), (4, 3), new[] { 1, 0 }),
        Indexed("Mx.SliceUpdate", (x, i) => Mx.SliceUpdate(x, Mx.Sin(x[..2, ..2]), i, (0, 1)), (4, 3), new[] { 1, 0 }),
        new("Mx.Where", "a condition by an argument", x => [Mx.Where(x[1], Mx.Sin(x[0]), x[0] * x[0])], Numbers(4), (NDArray)new[] { true, false, false, true }),
    ];

    private static Sample Indexed(string op, Func<NDArray, NDArray, NDArray> function, Shape shape, NDArray indices) =>
        new(op, "indices by an argument", x => [function(x[0], x[1])], Numbers(shape), indices);

    private static IEnumerable<Sample> SliceFamily() =>
    [
        Of("Mx.Slice", "a start for two axes", x => Mx.Slice(x, new[] { 1, -2 }, (0, 2), (2, 3, 2)), (4, 3, 5)),
        new("Mx.Slice", "a start that depends on the input", x => [Mx.Slice(x[0], Mx.ArgMax(x[0]), 0, 2)], (NDArray)new[] { 0.5, 1.5, 0.25, -0.5 }),
        Of("Mx.SliceUpdate", "source and update", (x, y) => Mx.SliceUpdate(x, y, new[] { 2, 1 }, (-1, 0)), (3, 2, 5), (2, 1, 3)),
        Of("Mx.SliceUpdate", "a start that depends on the input", (x, y) => Mx.SliceUpdate(x, y, Mx.ArgMin(x[..3]), 0), 4, 2),
        Of("Mx.SliceUpdate", "an update of fewer axes", (x, y) => Mx.SliceUpdate(x, y, 2, 0), (3, 4), 3),
    ];

    private static IEnumerable<Sample> AssignmentFamily() =>
    [
        Assigned("an integer", (x, y) => x[1] = y, (3, 4), 4),
        Assigned("steps backwards", (x, y) => x[Mx.Every(-2), 1..] = y, (3, 4), 3),
        Assigned("rows, some twice: the last stays", (x, y) => x[Rows] = y, (3, 2), (4, 2)),
        Assigned("rows, some twice, beside the source", (x, y) => { NDArray before = Mx.Sin(x); x[Rows] = y; x[0] = x[0] * before[1] + x[2]; }, (3, 2), (4, 2)),
        Of("NDArray.Part", "rows of zeros, some twice, added to others", x => { NDArray z = Mx.ZerosLike(x[..3]); z[Rows] = x; return z + Mx.Sin(x[..3]); }, (4, 2)),
        Assigned("arrays apart, and a new axis", (x, y) => x[new[] { 0, 1 }, Mx.NewAxis, 1.., new[] { 2, 0 }] = y, (2, 3, 4), (2, 1, 2)),
        Assigned("a mask, values in order", (x, y) => x[new[] { true, false, true, false }] = y, (4, 2), (2, 2)),
        Assigned("a mask, one value for all", (x, y) => x[x > 0] = y, (3, 3), 1),
        Assigned("a mask that depends on the input, values in order", (x, y) => x[x > 0] = y, (3, 2), 6),
        Assigned("rows, each made of the one before", (x, y) => { for (int t = 1; t < 5; t++) x[t] = Mx.Sin(x[t - 1]) * y; }, (5, 2), 2),
        Of("NDArray.Part", "cotangents of a row read and a row written", RowCotangents, (5, 2), (5, 2)),
        Assigned("one after the other", (x, y) => { x[0] = y; x[.., 1] = x[.., 0] * x[1, 1]; }, (3, 3), 3),
    ];

    private static IEnumerable<Sample> UpdateFamily() =>
    [
        .. Updated("ArrayPart.Add", (part, y) => part.Add(y)),
        .. Updated("ArrayPart.Subtract", (part, y) => part.Subtract(y)),
        .. Updated("ArrayPart.Multiply", (part, y) => part.Multiply(y)),
        .. Updated("ArrayPart.Divide", (part, y) => part.Divide(y + 2)),
        .. Updated("ArrayPart.Maximum", (part, y) => part.Maximum(y)),
        .. Updated("ArrayPart.Minimum", (part, y) => part.Minimum(y)),
        Of("ArrayPart.Add", "beside its source", (x, y) => Mx.Sin(x) + x.At[Rows].Add(y) + x * 2.0, (3, 2), (4, 2)),
        Of("ArrayPart.Add", "beside its source, which is read in parts", (x, y) => x.At[Rows].Add(y)[1..] * x[..2] + x[Rows][..2], (3, 2), (4, 2)),
        Of("ArrayPart.Add", "out of range: ignored", (x, y) => Mx.Sin(x).At[new[] { 7, 1, -9 }].Add(y), (3, 2), (3, 2)),
        Of("ArrayPart.Add", "mask", (x, y) => x.At[new[] { true, false, true }].Add(y), (3, 2), (2, 2)),
        Of("ArrayPart.Multiply", "zeros in repeated places", (x, y) => x.At[Rows].Multiply(y * new[] { 0.0, 1, 0, 1 }), 3, 4),
    ];

    private static NDArray RowCotangents(NDArray x, NDArray ct) => Mx.Vjp(
        v => { NDArray y = v[0] * v[0]; y[1] = Mx.Sin(y[0]) * y[3]; y[new[] { 2 }] = Mx.Sin(y[4..]); return [y]; }, [x], [ct]).Cotangents[0];

    private static Sample Assigned(string variant, Action<NDArray, NDArray> assign, Shape source, Shape values) =>
        Of("NDArray.Part", variant, (x, y) => { NDArray z = +x; assign(z, y); return z; }, source, values);

    private static Sample[] Updated(string op, Func<ArrayPart, NDArray, NDArray> update) =>
    [
        Of(op, "rows, some twice", (x, y) => update(x.At[Rows], y), (3, 2), (4, 1)),
        Of(op, "rows, some twice, read backwards", (x, y) => Mx.Flip(update(x.At[Rows], y)), (3, 2), (4, 1)),
        Of(op, "slices", (x, y) => update(x.At[1.., Mx.Every(2)], y), (3, 4), 2),
    ];
}
