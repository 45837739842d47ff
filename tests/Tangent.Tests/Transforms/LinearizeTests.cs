using Xunit;

namespace Tangent.Tests.Transforms;

public class LinearizeTests
{
    private static readonly NDArray Point = new[] { 1.5, -2.0 };

    [Fact]
    public void PushesManyTangents()
    {
        NDArray x = new[] { 1.0, 2.0 };
        (NDArray y, Func<NDArray, NDArray> push) = Mx.Linearize((NDArray v) => Mx.Sin(v) * v, x);
        Assert.Equal(Math.Sin(1), y.ToArray<double>()[0], 12);
        for (int i = 1; i < 4; i++)
        {
            double[] dy = push(new[] { i * 1.0, 0.0 }).ToArray<double>();
            Assert.Equal(i * (Math.Cos(1) + Math.Sin(1)), dy[0], 12);
            Assert.Equal(0.0, dy[1]);
        }
    }

    [Fact]
    public void TransposeOfAMatrixProduct()
    {
        NDArray a = Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3));
        var transpose = Mx.LinearTranspose(v => [Mx.MatMul(a, v[0])], [new[] { 0.0, 0, 0 }]);
        Assert.Equal([5.0, 7, 9], transpose([new[] { 1.0, 1.0 }])[0].ToArray<double>());
    }

    [Fact]
    public void ANonlinearFunctionHasNoTranspose() =>
        Assert.Equal("Sin", Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(v => [Mx.Sin(v[0])], [new[] { 0.0 }])([new[] { 1.0 }])).Primitive);

    [Fact]
    public void ASquareHasNoTranspose() =>
        Assert.Equal("Multiply", Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(v => [v[0] * v[0]], [Point])([Point])).Primitive);

    [Fact]
    public void AChoiceByTheArgumentHasNoTranspose() =>
        Assert.Equal("Where", Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(v => [Mx.Where(v[0] > 0, v[0], 0)], [Point])([Point])).Primitive);

    [Fact]
    public void ACustomRuleThatDependsOnThePointHasNoTranspose()
    {
        var square = Mx.CustomFunction(v => [v[0] * v[0]], vjp: (v, ct, _) => [2 * v[0] * ct[0]]);
        Assert.Equal("CustomFunction", Assert.Throws<MissingRuleException>(() => Mx.LinearTranspose(square, [Point])([Point])).Primitive);
    }

    public static TheoryData<string> Calls => ["checkpoint", "custom", "custom jvp", "custom vjp"];

    // Two arguments, three results, and an array that the function takes from outside.
    [Theory, MemberData(nameof(Calls))]
    public void SeveralArgumentsResultsAndCapturedArrays(string call)
    {
        NDArray a = Mx.Reshape(new[] { 1.0, 2, 3, 4 }, (2, 2)), factor = new[] { 5.0, 7.0 };
        Func<NDArray[], NDArray[]> f(NDArray[] w)
        {
            NDArray[] Body(NDArray[] u) => [Mx.MatMul(a, u[0]) + w[2], u[0] * 3 - u[1] * factor, w[2] * factor];
            return call switch
            {
                "checkpoint" => Mx.Checkpoint(Body),
                "custom" => Mx.CustomFunction(Body),
                "custom jvp" => Mx.CustomFunction(Body, jvp: (_, du) => [Mx.MatMul(a, du[0]), du[0] * 3 - du[1] * factor, factor * 0]),
                _ => Mx.CustomFunction(Body, vjp: (_, ct, _) => [Mx.MatMul(Mx.Transpose(a), ct[0]) + ct[1] * 3, -ct[1] * factor]),
            };
        }

        Func<NDArray[], NDArray[]> transpose = Mx.LinearTranspose(w => f(w)(w[..2]), [Point, Point, Point]);
        NDArray[] all = transpose([new[] { 1.0, 2.0 }, new[] { 3.0, 4.0 }, new[] { 6.0, 8.0 }]);
        Assert.Equal([16.0, 22], all[0].ToArray<double>());
        Assert.Equal([-15.0, -28], all[1].ToArray<double>());
        Assert.Equal([31.0, 58], all[2].ToArray<double>());
        NDArray[] last = transpose([null!, null!, new[] { 6.0, 8.0 }]);
        Assert.Equal([0.0, 0], last[0].ToArray<double>());
        Assert.Equal([30.0, 56], last[2].ToArray<double>());
    }

    [Fact]
    public void TheTransposeOfAStoppedGradientIsTheIdentity() =>
        Assert.Equal([1.0, 2.0], Mx.LinearTranspose(v => [Mx.StopGradient(v[0])], [Point])([new[] { 1.0, 2.0 }])[0].ToArray<double>());

    [Fact]
    public void ThroughAMap()
    {
        NDArray a = Mx.Reshape(new[] { 1.0, 2, 3, 4 }, (2, 2));
        var transpose = Mx.LinearTranspose(Mx.Vmap(Mx.Checkpoint(v => [Mx.Sum(v[0] * a[0])])), [a]);
        Assert.Equal([5.0, 10, 7, 14], transpose([new[] { 5.0, 7.0 }])[0].ToArray<double>());
    }

    [Fact]
    public void AJvpRuleThatGivesWhatDoesNotDependOnTheTangentIsRefused()
    {
        Func<NDArray[], NDArray[]> f = Mx.CustomFunction((NDArray[] v) => [v[0] * v[0]], jvp: (_, _) => [Mx.Full(2, 42.0, DType.Float64)]);
        var refused = Assert.Throws<MissingRuleException>(() => Mx.Linearize(f, [new[] { 1.0, 2 }]));
        Assert.StartsWith("Linearize: the jvp rule of a custom function is not linear in its tangents", refused.Message, StringComparison.Ordinal);
    }
}
