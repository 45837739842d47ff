namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private const string Drawn = "its numbers depend on the key alone";

    private static readonly NDArray SampleKey = Mx.Random.Key(3);

    // Where the covariance of the sample is the unit matrix.
    private static readonly NDArray AtUnit = Numbers((3, 3), -0.2, 0.2);

    private static NDArray Covariance(NDArray x) => Mx.MatMul(x, Mx.MoveAxis(x, -1, -2)) + Mx.Eye(x.Shape[^1]);

    private static NDArray NearUnit(NDArray x) =>
        Mx.Random.MultivariateNormal(Mx.Zeros(3), Mx.Eye(3) + (x - AtUnit.AsType(x.DType)), dtype: DType.Float64, key: SampleKey);

    private static IEnumerable<Sample> RandomFamily() =>
    [
        new("Mx.Random.Uniform", "bounds", x => [Mx.Random.Uniform(x[0], x[1], 3, DType.Float64, SampleKey)], Numbers(3), Numbers(3, 1, 2)),
        new("Mx.Random.Normal", "mean and spread", x => [Mx.Random.Normal(3, DType.Float64, x[0], x[1], SampleKey)], Numbers(3), Numbers(3, 1, 2)),
        new("Mx.Random.Laplace", "mean and spread", x => [Mx.Random.Laplace(3, DType.Float64, x[0], x[1], SampleKey)], Numbers(3), Numbers(3, 1, 2)),
        new("Mx.Random.TruncatedNormal", "bounds", x => [Mx.Random.TruncatedNormal(x[0], x[1], 3, DType.Float64, SampleKey)], Numbers(3, -1, -0.5), Numbers(3, 0.5, 1)),
        new("Mx.Random.TruncatedNormal", "tails", x => [Mx.Random.TruncatedNormal(x[0], x[1], 3, DType.Float64, SampleKey)], Numbers(3, 4, 5), Numbers(3, 6, 7)),
        new("Mx.Random.TruncatedNormal", "tails on the left", x => [Mx.Random.TruncatedNormal(x[0], x[1], 3, DType.Float64, SampleKey)], Numbers(3, -9, -8), Numbers(3, -4, -3.5)),
        new("Mx.Random.Gumbel", "drawn", x => [Mx.Random.Gumbel(3, DType.Float64, SampleKey) + (x[0] * 0)], new[] { 1, 2, 3 }) { Constant = Drawn },
        new("Mx.Random.Bernoulli", "drawn", x => [Mx.Random.Bernoulli(x[0], 3, SampleKey)], Numbers(3, 0.2, 0.8)) { Constant = Drawn },
        new("Mx.Random.RandInt", "drawn", x => [Mx.Random.RandInt(x[0], 10.0, 3, key: SampleKey)], Numbers(3, 0, 2)) { Constant = Drawn },
        new("Mx.Random.RandInt", "ranges of every width", x => [Mx.Random.RandInt(x[0], x[1], 3, DType.Int64, SampleKey)],
            new[] { 0, 1000000, -(1L << 40) }, new[] { 10, 1000003, 1L << 62 }) { Constant = Drawn },
        new("Mx.Random.Categorical", "drawn", x => [Mx.Random.Categorical(x[0], key: SampleKey)], Numbers((2, 3))) { Constant = Drawn },
        new("Mx.Random.Categorical", "several along an axis", x => [Mx.Random.Categorical(x[0], 0, numSamples: 4, key: SampleKey)], Numbers((2, 3))) { Constant = Drawn },
        new("Mx.Random.MultivariateNormal", "mean and covariance", x => [Mx.Random.MultivariateNormal(x[0], Covariance(x[1]), 2, DType.Float64, SampleKey)], Numbers(3), Numbers((3, 3), 0.5, 2)),
        new("Mx.Random.MultivariateNormal", "a covariance each", x => [Mx.Random.MultivariateNormal(x[0], Covariance(x[1]), dtype: DType.Float64, key: SampleKey)], Numbers(2), Numbers((3, 2, 2), 0.5, 2)),
        new("Mx.Random.MultivariateNormal", "equal eigenvalues", x => [NearUnit(x[0])], AtUnit),
        new("Mx.Random.MultivariateNormal", "tangent at equal eigenvalues", x => [Mx.Jvp(NearUnit, x[0], Mx.Cos(x[0])).Tangents], AtUnit),
        new("Mx.Random.Permutation", "rows", x => [Mx.Random.Permutation(x[0], 0, SampleKey)], Numbers((3, 2))),
        new("Mx.Random.Permutation", "columns", x => [Mx.Random.Permutation(x[0], -1, SampleKey)], Numbers((2, 4))),
        new("Mx.Random.Split", "keys of keys", x => [Mx.Random.Split(x[0])], SampleKey) { Constant = Drawn },
    ];
}
