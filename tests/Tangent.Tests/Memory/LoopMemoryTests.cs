using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>Loops over states in memory: every turn needs what the others need, whatever the collector did meanwhile.</summary>
[Collection("peak memory")]
public class LoopMemoryTests
{
    private const double Step = 0.01;

    // A state has 0.3 MB, its two directions 0.6: what a turn needs at all, some twenty of these.
    private const double Most = 20, LeastBudget = 16;

    private static readonly NDArray Pendulums = Layers.Normal(1, (2, 20_000), dtype: DType.Float64);
    private static readonly NDArray Parameters = Mx.Array([1.5, 0.1]);

    [Theory]
    [InlineData(true, 50, 20)]
    [InlineData(false, 100, 60)]
    public void NoTurnNeedsMoreThanHalfAgain(bool isJacobian, int steps, int turns) => HalfAgain(isJacobian, steps, turns);

    [Theory]
    [InlineData(true, 50)]
    [InlineData(true, 200)]
    [InlineData(false, 100)]
    [InlineData(false, 200)]
    [Trait("Category", "Extended")]
    public void NoTurnOf200NeedsMoreThanHalfAgain(bool isJacobian, int steps) => HalfAgain(isJacobian, steps, 200);

    // A collection while a graph is made lets dead temporaries look alive: what is kept on such a guess is bounded.
    [Theory]
    [InlineData(true, 50, 20)]
    [InlineData(false, 100, 60)]
    public void CollectionsOfOthersCostABoundedFactor(bool isJacobian, int steps, int turns)
    {
        double[] peaks = Peak.OfTurns(turns, turn => [Loop(isJacobian, steps, step => Disturb(turn, step, steps))]);
        Peak.AtMost(Math.Max(4 * Median(peaks), LeastBudget), peaks.Max(), What(isJacobian, steps, turns));
    }

    private static void HalfAgain(bool isJacobian, int steps, int turns)
    {
        double[] peaks = Peak.OfTurns(turns, _ => [Loop(isJacobian, steps, _ => { })]);
        Peak.AtMost(1.5 * Median(peaks), peaks.Max(), What(isJacobian, steps, turns));
        Peak.AtMost(Most, peaks.Max(), What(isJacobian, steps, turns));
    }

    private static void Disturb(int turn, int step, int steps)
    {
        if (step == turn * 7 % steps)
            GC.Collect(turn % 3);
    }

    private static string What(bool isJacobian, int steps, int turns) => $"{turns} turns of {steps} steps, {(isJacobian ? "JacFwd" : "plain")}";

    private static double Median(double[] peaks) => peaks.Order().ElementAt(peaks.Length / 2);

    private static NDArray Loop(bool isJacobian, int steps, Action<int> afterStep) =>
        isJacobian ? Mx.JacFwd(p => Solution(p, steps, afterStep))(Parameters) : Solution(Parameters, steps, afterStep);

    private static NDArray Solution(NDArray p, int steps, Action<int> afterStep)
    {
        NDArray y = Pendulums;
        for (int i = 0; i < steps; i++)
        {
            y = Layers.RungeKuttaStep(y, Step, state => Layers.Pendulums(state, p[0], p[1]));
            afterStep(i);
        }
        return y;
    }
}
