namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> NormalizationFamily() =>
    [
        new("Mx.Fast.LayerNorm", "weight and bias", x => [Mx.Fast.LayerNorm(x[0], x[1], x[2], 1e-2)], Numbers((2, 5)), Numbers(5, seed: 1), Numbers(5, seed: 2)),
        new("Mx.Fast.LayerNorm", "bias alone", x => [Mx.Fast.LayerNorm(x[0], null, x[1], 1e-2)], Numbers((2, 4)), Numbers(4, seed: 1)),
        Of("Mx.Fast.LayerNorm", "plain", x => Mx.Fast.LayerNorm(x, null, null, 1e-2), (2, 2, 3)),
        Of("Mx.Fast.LayerNorm", "tangent", x => Mx.Jvp(v => [Mx.Fast.LayerNorm(v[0], null, null, 1e-2)], [x], [Mx.Cos(x)]).Tangents[0], (2, 3)),
        new("Mx.Fast.LayerNorm", "cotangents", x => Mx.Vjp(v => [Mx.Fast.LayerNorm(v[0], v[1], null, 1e-2)], x, [Mx.Sin(x[0])]).Cotangents, Numbers((2, 3)), Numbers(3, seed: 1)),
        Of("Mx.Fast.LayerNorm", "one row", x => Mx.Fast.LayerNorm(x, null, null, 1e-2), 4),
        Of("Mx.Fast.LayerNorm", "empty", x => Mx.Fast.LayerNorm(x, null, null, 1e-2), (2, 0)),
        new("Mx.Fast.LayerNorm", "long rows", x => [Mx.Fast.LayerNorm(x[0], x[1], x[2], 1e-2)], Numbers((64, 64)), Numbers(64, seed: 1), Numbers(64, seed: 2)),
        Of("Mx.Fast.RmsNorm", "long rows", (x, weight) => Mx.Fast.RmsNorm(x, weight, 1e-2), (64, 64), 64),
        Of("Mx.Fast.RmsNorm", "weight", (x, weight) => Mx.Fast.RmsNorm(x, weight, 1e-2), (2, 5), 5),
        Of("Mx.Fast.RmsNorm", "plain", x => Mx.Fast.RmsNorm(x, null, 1e-2), Cube),
        Of("Mx.Fast.RmsNorm", "tangent", x => Mx.Jvp(v => [Mx.Fast.RmsNorm(v[0], null, 1e-2)], [x], [Mx.Cos(x)]).Tangents[0], (2, 3)),
    ];
}
