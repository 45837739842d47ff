using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>The gradient of 100 checkpointed layers needs their inputs, 79 MB, and what one layer needs, whatever kind it is of.</summary>
[Collection("peak memory")]
public class CheckpointMemoryTests
{
    private const int Count = 100;
    private const double Bound = 110e6 / Peak.Megabyte;

    private static readonly Dictionary<string, Func<NDArray, NDArray, NDArray>> Kinds = new()
    {
        ["elementwise"] = (x, w) => Mx.Sin(x) * w[0] + Mx.Tanh(x) * Mx.Exp(-x * x),
        ["product and tanh"] = (x, w) => Mx.Tanh(Mx.MatMul(x, w)),
        ["product and softmax"] = (x, w) => Mx.Softmax(Mx.MatMul(x, w), -1) * 10,
        ["rolls"] = (x, w) => (Mx.Roll(x, 1, 0) + Mx.Roll(x, -1, 0) - x * 2) * w[0] + Mx.Sin(x),
        ["a Runge-Kutta step"] = (x, w) => Layers.RungeKuttaStep(x, 0.1, y => Mx.Sin(y) * w[0] - y),
        ["a Runge-Kutta step of pendulums"] = (x, w) =>
            Mx.Reshape(Layers.RungeKuttaStep(Mx.Reshape(x, (2, -1)), 0.1, y => Layers.Pendulums(y, w[0, 0], w[0, 1])), x.Shape),
    };

    // A state has 0.75 binary megabytes.
    private static readonly NDArray State = Layers.Normal(1, (2048, 96));
    private static readonly NDArray Weight = Layers.Weights(1, 96)[0];

    public static TheoryData<string, bool> Cases => [.. Kinds.Keys.SelectMany(kind => new[] { (kind, false), (kind, true) })];

    [Theory, MemberData(nameof(Cases))]
    public void EvaluatedEagerly(string kind, bool inWeights) => AtMost(kind, inWeights, gradient => gradient);

    [Theory, MemberData(nameof(Cases))]
    public void Compiled(string kind, bool inWeights) => AtMost(kind, inWeights, Mx.Compile);

    private static void AtMost(string kind, bool inWeights, Func<Func<NDArray[], NDArray[]>, Func<NDArray[], NDArray[]>> wrap)
    {
        Func<NDArray[], NDArray[]> gradient = wrap(Mx.Grad<NDArray[]>(x => Loss(Kinds[kind], x[0], inWeights ? x[1] : Weight)));
        Peak.AtMost(Bound, Peak.Of(() => gradient(inWeights ? [State, Weight] : [State])), inWeights ? $"{kind}, in weights too" : kind);
    }

    private static NDArray Loss(Func<NDArray, NDArray, NDArray> kind, NDArray x, NDArray weight) =>
        Mx.Sum(Mx.Square(Layers.Repeat(x, Count, Mx.Checkpoint((NDArray h) => kind(h, weight)))));
}
