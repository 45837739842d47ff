namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> PoolingFamily() =>
    [
        Of("Mx.MaxPool", "one axis", x => Mx.MaxPool(x, 2), (2, 6, 3)),
        Of("Mx.MaxPool", "two axes, overlapping, padded", x => Mx.MaxPool(x, 3, 2, 1), (2, 5, 6, 2)),
        Of("Mx.MaxPool", "by single places", x => Mx.MaxPool(x, (2, 3), 1, (1, 0)), (1, 4, 5, 2)),
        Of("Mx.MaxPool", "gaps between the windows", x => Mx.MaxPool(x, 2, 3), (1, 8, 7, 1)),
        Of("Mx.MaxPool", "three axes", x => Mx.MaxPool(x, (2, 1, 2), (1, 2, 2), (0, 0, 1)), (1, 3, 4, 4, 2)),
        Of("Mx.MaxPool", "four axes", x => Mx.MaxPool(x, 2, new[] { 1, 2, 1, 2 }), (1, 2, 3, 3, 2, 2)),
        Of("Mx.MaxPool", "windows in the padding alone", x => Mx.Maximum(Mx.MaxPool(x, 2, 1, 2), -3), (1, 3, 2)),
        Of("Mx.MaxPool", "no channels", x => Mx.MaxPool(x, 2), (2, 4, 0)),
        Of("Mx.MaxPool", "no examples", x => Mx.MaxPool(x, 2), (0, 4, 3)),
        Of("Mx.MaxPool", "all places but the channels'", x => Mx.MaxPool(x, (3, 4)), (2, 3, 4, 5)),
        Of("Mx.AveragePool", "one axis", x => Mx.AveragePool(x, 2), (2, 6, 3)),
        Of("Mx.AveragePool", "two axes, overlapping, padded", x => Mx.AveragePool(x, 3, 2, 1), (2, 5, 6, 2)),
        Of("Mx.AveragePool", "by single places", x => Mx.AveragePool(x, (2, 3), 1, (1, 0)), (1, 4, 5, 2)),
        Of("Mx.AveragePool", "gaps between the windows", x => Mx.AveragePool(x, 2, 3), (1, 8, 7, 1)),
        Of("Mx.AveragePool", "three axes", x => Mx.AveragePool(x, (2, 1, 2), (1, 2, 2), (0, 0, 1)), (1, 3, 4, 4, 2)),
        Of("Mx.AveragePool", "no examples", x => Mx.AveragePool(x, 2), (0, 4, 3)),
        new("Mx.AveragePool", "complex", x => [Mx.AveragePool(x[0], 2, 1)], ComplexNumbers((1, 4, 3))) { Tolerance = 2e-3 },
        // Sizes that reach registers, parts and plans.
        new("Mx.MaxPool", "many channels", x => [Mx.MaxPool(x[0], 3, 2, 1)], Apart((1, 7, 6, 37))),
        Of("Mx.AveragePool", "many channels", x => Mx.AveragePool(x, 3, 2, 1), (1, 7, 6, 37)),
        Of("Mx.MaxPool", "tangent", x => Mx.Jvp(v => Mx.MaxPool(v, 3, 2, 1), x, Mx.Cos(x)).Tangents, (2, 5, 4, 2)),
        Of("Mx.MaxPool", "cotangent", x => Mx.Vjp(v => Mx.MaxPool(v, 3, 2, 1), x, Mx.Cos(Mx.MaxPool(x, 3, 2, 1))).Cotangents, (2, 5, 4, 2)),
        Of("Mx.AveragePool", "cotangent", x => Mx.Vjp(v => Mx.AveragePool(v, 3, 2, 1), x, Mx.Cos(Mx.AveragePool(x, 3, 2, 1))).Cotangents, (2, 5, 4, 2)),
        Of("Mx.MaxPool", "behind an activation", x => Mx.MaxPool(Mx.Relu(x - 0.1), 2), (2, 4, 4, 3)),
    ];

    // In disorder, and no two nearer than differences are taken.
    private static NDArray Apart(Shape shape) => Mx.Reshape(Mx.ArgSort(Numbers((int)shape.Size)).AsType(DType.Float64) / 100.0, shape);
}
