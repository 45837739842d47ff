using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>Forward mode keeps nothing of the layers behind it, however many directions go through them.</summary>
[Collection("peak memory")]
public class ForwardMemoryTests
{
    private const int Shallow = 250, Deep = 1000, Width = 32, Directions = 3;

    // A state has 128 KB.
    private static readonly NDArray State = Layers.Normal(1, (1024, Width));
    private static readonly NDArray Direction = Layers.Normal(2, (1024, Width));
    private static readonly NDArray Weight = Layers.Weights(1, Width)[0];

    private static readonly Dictionary<string, Func<int, NDArray[]>> Modes = new()
    {
        ["one Jvp"] = depth => Both(Mx.Jvp(x => Network(x, depth), State, Direction)),
        ["JacFwd of 3 directions"] = depth => [Mx.JacFwd(p => Network(Start(p), depth))(Mx.Zeros(Directions))],
        ["JacFwd of 3 directions and the value"] = depth => JacobianAndValue(depth),
        ["two Jvp, evaluated together"] = depth => [.. Both(Mx.Jvp(x => Network(x, depth), State, Direction)), .. Both(Mx.Jvp(x => Network(x, depth), State, -Direction))],
        ["Vmap of Jvp over 3 directions"] = depth => Mx.Vmap(v => [Mx.Jvp(x => Network(x, depth), State, v[0]).Tangents])([Mx.Stack([Direction, -Direction, State])]),
        ["two stacked Jvp"] = depth => Both(Mx.Jvp(v => Mx.Jvp(x => Network(x, depth), v, Direction).Tangents, State, Direction)),
        ["Linearize"] = Linearized,
    };

    public static TheoryData<string> Names => [.. Modes.Keys.Skip(1)];

    [Fact]
    public void OneDirectionIsConstantInDepth() => ConstantInDepth("one Jvp");

    [Theory, MemberData(nameof(Names))]
    public void ConstantInDepth(string mode) =>
        Peak.AtMost(PeakOf(mode, Shallow) * 1.1 + 0.25, PeakOf(mode, Deep), $"{mode} through {Deep} layers beside {Shallow}");

    [Theory, MemberData(nameof(Names))]
    public void FourTimesOneDirectionAtMost(string mode) => Peak.AtMost(4 * PeakOf("one Jvp", Deep), PeakOf(mode, Deep), mode);

    private static double PeakOf(string mode, int depth) => Peak.Of(() => Modes[mode](depth));

    private static NDArray Network(NDArray x, int depth) => Layers.Repeat(x, depth, h => Mx.Tanh(Mx.MatMul(h, Weight)));

    private static NDArray Start(NDArray p) => State + Direction * p[0] + State * p[1] + Mx.Sin(Direction) * p[2];

    private static NDArray[] Both((NDArray, NDArray) pair) => [pair.Item1, pair.Item2];

    private static NDArray[] JacobianAndValue(int depth)
    {
        NDArray value = Network(Start(Mx.Zeros(Directions)), depth);
        return [value, Mx.JacFwd(p => Network(Start(p), depth))(Mx.Zeros(Directions))];
    }

    private static NDArray[] Linearized(int depth)
    {
        (NDArray y, Func<NDArray, NDArray> push) = Mx.Linearize(x => Network(x, depth), State);
        return [y, push(Direction)];
    }
}
