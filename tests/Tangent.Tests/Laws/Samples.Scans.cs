namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static readonly (string Op, Func<NDArray, int?, bool, bool, NDArray> Function)[] Scans =
    [
        ("Mx.CumSum", (x, axis, reverse, inclusive) => Mx.CumSum(x, axis, reverse, inclusive)),
        ("Mx.CumProd", (x, axis, reverse, inclusive) => Mx.CumProd(x, axis, reverse, inclusive)),
        ("Mx.CumMax", Mx.CumMax), ("Mx.CumMin", Mx.CumMin), ("Mx.LogCumSumExp", Mx.LogCumSumExp),
    ];

    private static IEnumerable<Sample> ScanFamily() =>
    [
        .. Scans.SelectMany(entry => new[]
        {
            Of(entry.Op, "last axis", x => entry.Function(x, -1, false, true), (2, 5)),
            Of(entry.Op, "first axis, from its end", x => entry.Function(x, 0, true, true), (5, 2)),
            Of(entry.Op, "flattened", x => entry.Function(x, null, false, true), (2, 3)),
            Of(entry.Op, "empty", x => entry.Function(x, 1, false, true), (2, 0)),
            Of(entry.Op, "one element", x => entry.Function(x, 1, false, true), (2, 1)),
        }),
        // What an exclusive scan of extremes or logarithms begins with is infinite, and no slope can be measured there.
        .. Scans.SelectMany(entry => new[]
        {
            Of(entry.Op, "exclusive", x => entry.Function(x, 1, false, false)[.., 1..], (2, 5)),
            Of(entry.Op, "exclusive, from its end", x => entry.Function(x, 1, true, false)[.., ..3], (2, 4)),
        }),
        Of("Mx.CumProd", "zeros", x => Mx.CumProd(x * Mx.Array(new[] { 1.0, 0, 2, 0, 3 }), 0), 5),
        Of("Mx.CumProd", "tangent", x => Mx.Jvp(v => [Mx.CumProd(v[0], 1)], [x], [Mx.Cos(x)]).Tangents[0], (2, 4)),
        Of("Mx.CumMax", "ties", x => Mx.CumMax(Mx.Concatenate([x, x, -x, x]), 0), 3),
        Of("Mx.LogCumSumExp", "minus infinity", x => Mx.LogCumSumExp(Mx.Concatenate([Mx.Full(2, double.NegativeInfinity, DType.Float64), x]), 0)[2..], 3),
        new("Mx.CumSum", "complex", x => [Mx.CumSum(x[0], 1)], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        new("Mx.CumProd", "complex", x => [Mx.CumProd(x[0], 0)], ComplexNumbers((3, 2))) { Tolerance = 2e-3 },
        new("Mx.CumMax", "complex", x => [Mx.CumMax(x[0], 1, false, false)[.., 1..]], ComplexNumbers((2, 3))) { Tolerance = 2e-3 },
        new("Mx.LogCumSumExp", "complex", x => [Mx.LogCumSumExp(x[0], 1)], ComplexNumbers((2, 3), 0, 1)) { Tolerance = 2e-3 },
    ];
}
