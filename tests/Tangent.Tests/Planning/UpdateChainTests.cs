using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Updates one after another of a big array are made in one block, and what lies between them can still be read.</summary>
public class UpdateChainTests
{
    private const int Rows = 300, Columns = 64;

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Functions = new()
    {
        ["the gradient of rows that are read"] = x => Mx.Grad((NDArray v) => Turns(Mx.Zeros(Columns), (sum, t) => sum + Mx.Tanh(v[t]) * v[t / 2]).Sum())(x),
        ["rows written to zeros"] = x => Turns(Mx.Zeros(x.Shape), (h, t) => h.At[t].Add(x[Rows - 1 - t])),
        ["rows written to an array"] = x => Turns(x, (h, t) => { NDArray next = h.Share(); next[t] = x[t] * 2; return next; }),
        ["rows written twice"] = x => Turns(x, (h, t) => h.At[t % 7].Add(x[t])),
        ["scattered rows"] = x => Turns(Mx.Zeros(x.Shape), (h, t) => h.At[new[] { t, t / 3 }].Add(Mx.Stack([x[t], x[0]]))),
        ["columns put along an axis"] = x => Turns(x, (h, t) => Mx.PutAlongAxis(h, Mx.Full((Rows, 1), t % Columns, DType.Int32), t, 1)),
        ["what is read on the way"] = x => Turns(x, (h, t) => h.At[t].Add(t % 50 == 3 ? h[t - 1] : x[t])),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static NDArray Point() => Mx.Random.Normal((Rows, Columns), key: Mx.Random.Key(3)).Eval();

    private static NDArray Turns(NDArray state, Func<NDArray, int, NDArray> step)
    {
        for (int t = 0; t < Rows; t++)
            state = step(state, t);
        return state;
    }

    [Theory, MemberData(nameof(Names))]
    public void TheResultIsThatOfAPlan(string name)
    {
        NDArray x = Point(), direct = Functions[name](x), planned = Functions[name](x);
        Evaluator.RunPlan([planned.Node], CancellationToken.None);
        Assert.Equal(planned.ToArray<float>(), direct.ToArray<float>());
    }

    [Fact]
    public void EveryArrayOnTheWayHasItsValue()
    {
        NDArray x = Point();
        var states = new List<NDArray> { x };
        for (int t = 0; t < Rows; t++)
            states.Add(states[^1].At[t].Add(x[t]));
        Mx.Eval(states[^1]);
        for (int t = Rows; t > 0; t -= 37)
            Assert.Equal((x * (Mx.Reshape(Mx.Arange(Rows), (Rows, 1)) < t) + x).ToArray<float>(), states[t].ToArray<float>());
    }
}
