using System.Runtime.CompilerServices;
using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>A plan says how many bytes it has in use at once; the pool sees that many.</summary>
[Collection("peak memory")]
public class PlanPeakTests
{
    // A block is at most an eighth larger than what was asked for.
    private const double Rounding = 9 / 8.0;

    // Slabs of small arrays, and what kernels need for themselves.
    private const double Small = 1;

    private static readonly NDArray State = Layers.Normal(1, (2048, 300));
    private static readonly NDArray Weight = Layers.Weights(1, 300)[0];
    private static readonly List<NDArray> Unevaluated = [];

    private static readonly Dictionary<string, Func<NDArray[]>> Graphs = new()
    {
        ["a fused loop"] = () => [Mx.Exp(State) * 2 + Mx.Sin(State)],
        ["a chain"] = () => [Chain(State)],
        ["several results"] = () => [Chain(State), Mx.Sum(Mx.Sort(State, 0), 1), Chain(State + 1) * 2],
        ["views"] = () => [Mx.MatMul(Mx.Sort(State, 0).T, Mx.Sort(State, 1))[..7], Mx.Sort(State.T, 0)[..7]],
        ["a gradient"] = () => [Mx.Grad(x => Mx.Sum(Mx.Square(Chain(x))))(State)],
        ["gradients of weights"] = () => Mx.Grad<NDArray[]>(w => Mx.Sum(Mx.Square(w.Aggregate(State, (x, weight) => Mx.Tanh(Mx.MatMul(x, weight))))))([Weight, Weight + 1, Weight + 2, Weight + 3]),
        ["a gradient with checkpoints"] = () => [Mx.Grad(x => Mx.Sum(Layers.Repeat(x, 8, Mx.Checkpoint<NDArray, NDArray>(Chain))))(State)],
        ["updates in place"] = () => [Updated(State * 2)],
        ["guesses"] = () => Held(),
    };

    public static TheoryData<string> Names => [.. Graphs.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ThePoolSeesWhatThePlanSays(string name)
    {
        double stated = 0, seen = 0;
        Peak.OnItsThread(() =>
        {
            Plan plan = PlanOf(Graphs[name]);
            Peak.CollectAll();
            BufferView?[] memory = plan.Memory();
            Mx.ResetPeakMemory();
            long before = Mx.GetActiveMemory();
            plan.Run(memory);
            seen = (Mx.GetPeakMemory() - before) / (double)Peak.Megabyte;
            stated = plan.Peak / (double)Peak.Megabyte;
            GC.KeepAlive(memory);
        });
        Peak.AtMost(stated * Rounding + Small, seen, name);
        Assert.True(seen >= stated * 0.99, $"{name}: a peak of {seen:0.00} MB where the plan says {stated:0.00} MB");
        Assert.True(stated > 2, $"{name}: {stated:0.00} MB");
    }

    // A method of its own, so that no temporary is reachable but those that a graph holds.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Plan PlanOf(Func<NDArray[]> results)
    {
        Node[] roots = NDArray.NodesOf(results());
        PlanGraph graph = Decomposition.Of(roots);
        KeepPolicy.Mark(graph, roots);
        return Plan.Build(graph);
    }

    private static NDArray Chain(NDArray x) => Layers.Repeat(x, 4, y => Mx.Tanh(Mx.MatMul(y, Weight)) + Mx.Softmax(y, -1));

    private static NDArray Updated(NDArray x)
    {
        for (int i = 0; i < 10; i++)
            x[i] = x[i] * 2 + x[i + 1];
        return x;
    }

    // Every second array of a chain is read by a graph that nobody evaluates.
    private static NDArray[] Held()
    {
        NDArray x = State;
        for (int i = 0; i < 10; i++)
        {
            x = Mx.MatMul(Mx.Sort(x, 1), Weight);
            if (i % 2 == 0)
                Unevaluated.Add(Mx.Sum(x));
        }
        return [x];
    }
}
