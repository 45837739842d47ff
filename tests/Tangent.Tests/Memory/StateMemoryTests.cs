using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>A small state that is evaluated inside a transform lets go of the graph behind it when the transform has ended.</summary>
[Collection("peak memory")]
public class StateMemoryTests
{
    private const int Warm = 2_000, Steps = 20_000, Watched = 10;

    // Tables that grow with the program, not with the steps.
    private const double Allowed = 2;

    private readonly NDArray point = Mx.Linspace(0, 1, 64, DType.Float32).Eval();
    private readonly List<WeakReference> early = [];
    private NDArray state = Mx.Zeros(64).Eval();

    public static TheoryData<string> Transforms => ["ValueAndGrad", "Jvp", "Vjp", "Checkpoint"];

    [Theory, MemberData(nameof(Transforms))]
    public void NothingOfEarlierStepsLives(string transform) => Peak.OnItsThread(() =>
    {
        Run(transform, Watched);
        Watch();
        Run(transform, Watched);
        Peak.CollectAll();
        Assert.Equal(0, early.Count(node => node.IsAlive));
        Assert.Equal(2 * Watched, Mx.Max(state).Item<float>());
    });

    [Theory, MemberData(nameof(Transforms))]
    public void MemoryIsFlatOver20000Steps(string transform) => Peak.OnItsThread(() =>
    {
        Run(transform, Warm);
        (double objects, double buffers) = Remaining();
        Run(transform, Steps - Warm);
        (double objectsLater, double buffersLater) = Remaining();
        Peak.AtMost(objects + Allowed, objectsLater, $"objects after {Steps} steps of {transform}");
        Peak.AtMost(buffers + Allowed, buffersLater, $"buffers after {Steps} steps of {transform}");
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Run(string transform, int steps)
    {
        for (int i = 0; i < steps; i++)
            Mx.Eval(Step(transform));
    }

    // All nodes behind the state but its own.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Watch()
    {
        foreach (Node node in GraphSort.Order([state.Node], node => node.Inputs))
            early.Add(new WeakReference(node));
        early.Add(new WeakReference(state));
    }

    private NDArray[] Step(string transform)
    {
        switch (transform)
        {
            case "ValueAndGrad":
                (NDArray value, NDArray gradient) = Mx.ValueAndGrad(Loss)(point);
                return [value, gradient];
            case "Jvp":
                (NDArray y, NDArray dy) = Mx.Jvp(Loss, point, point);
                return [y, dy];
            case "Vjp":
                return Mx.Vjp(x => [Loss(x[0])], [point], [Mx.Array(1f)]).Cotangents;
            default:
                return [Mx.Grad((NDArray q) => Loss(Mx.Checkpoint((NDArray x) => Mx.Sin(x))(q)))(point)];
        }
    }

    // What follows depends on q, as running statistics of a batch do; each step adds one.
    private NDArray Loss(NDArray q)
    {
        NDArray y = Mx.Exp(Mx.Sin(q));
        state = state + Mx.Floor(y / (y + 1)) + Mx.Where(y > -1, 1f, 0f);
        Mx.Eval(state);
        return Mx.Sum(y * y);
    }

    private static (double Objects, double Buffers) Remaining()
    {
        Peak.CollectAll();
        return (GC.GetTotalMemory(forceFullCollection: true) / (double)Peak.Megabyte, Mx.GetActiveMemory() / (double)Peak.Megabyte);
    }
}
