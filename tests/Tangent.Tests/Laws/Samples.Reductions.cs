namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private const string Place = "its result is a place";

    private static readonly (string Op, Func<NDArray, Axes?, bool, NDArray> Function)[] Reductions =
    [
        ("Mx.Sum", Mx.Sum), ("Mx.Prod", Mx.Prod), ("Mx.Mean", Mx.Mean), ("Mx.Max", Mx.Max), ("Mx.Min", Mx.Min), ("Mx.LogSumExp", Mx.LogSumExp),
        ("Mx.Var", (x, axis, keepdims) => Mx.Var(x, axis, keepdims, 1)), ("Mx.Std", (x, axis, keepdims) => Mx.Std(x, axis, keepdims)),
        ("Mx.Median", Mx.Median), ("Mx.Softmax", (x, axis, _) => Mx.Softmax(x, axis)),
    ];

    private static IEnumerable<Sample> ReductionFamily() =>
    [
        .. Reductions.SelectMany(entry => new[]
        {
            Of(entry.Op, "axis", x => entry.Function(x, 1, false), (2, 5)),
            Of(entry.Op, "axes kept", x => entry.Function(x, new Axes([0, -1]), true), Cube),
            Of(entry.Op, "all", x => entry.Function(x, null, false), (2, 3)),
        }),
        Of("Mx.Max", "one element", x => Mx.Max(x, 0), (1, 2)),
        Of("Mx.Prod", "one element", x => Mx.Prod(x, 0), (1, 2)),
        Of("Mx.LogSumExp", "one element", x => Mx.LogSumExp(x, 0), (1, 2)),
        Of("Mx.Prod", "zeros", x => Mx.Prod(x * Mx.Array(new[] { 1.0, 0, 2, 0, 3 })), 5),
        Of("Mx.Sum", "empty", x => Mx.Sum(x, 1), (2, 0)),
        Of("Mx.Prod", "empty", x => Mx.Prod(x, 1), (2, 0)),
        new("Mx.Sum", "complex", x => [Mx.Sum(x[0], 1)], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        new("Mx.Prod", "complex", x => [Mx.Prod(x[0], 1)], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        new("Mx.Mean", "complex", x => [Mx.Mean(x[0])], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        new("Mx.Var", "complex", x => [Mx.Var(x[0], 1)], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        Of("Mx.Softmax", "tangent", x => Mx.Jvp(v => [Mx.Softmax(v[0], 1)], [x], [Mx.Cos(x)]).Tangents[0], (2, 3)),
        Of("Mx.Softmax", "long rows", x => Mx.Softmax(x, 1), (64, 64)),
        Of("Mx.LogSumExp", "long rows", x => Mx.LogSumExp(x, 1), (64, 64)),
        Flat("Mx.All", x => Mx.All(x, 1), Truth),
        Flat("Mx.Any", x => Mx.Any(x, 0), Truth),
        Flat("Mx.CountNonzero", x => Mx.CountNonzero(x), "its result is a number of elements"),
        Flat("Mx.ArgMax", x => Mx.ArgMax(x, 1), Place),
        Flat("Mx.ArgMin", x => Mx.ArgMin(x, 0, true), Place),
    ];
}
