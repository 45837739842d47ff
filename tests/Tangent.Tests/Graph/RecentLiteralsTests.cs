using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>A literal that is written again and again is one node; what is computed, assigned or converted for one use is not seen by another.</summary>
public class RecentLiteralsTests
{
    [Fact]
    public void ALoopMakesALiteralOnce()
    {
        NDArray x = Mx.Ones((2, 3)), y = 1 - x, z = 1 - Mx.Sin(x);
        Assert.Same(y.Node.Inputs[0], z.Node.Inputs[0]);
        Assert.NotSame(y.Node.Inputs[0], (1.5f - x).Node.Inputs[0]);
        Assert.NotSame(y.Node.Inputs[0], (1 - Mx.Ones((3, 2))).Node.Inputs[0]);
        Assert.NotSame(y.Node.Inputs[0], (1 - Mx.Ones((2, 3), DType.Float64)).Node.Inputs[0]);
    }

    [Fact]
    public void ManyLiteralsByTurns()
    {
        for (int turn = 0; turn < 3; turn++)
            for (int i = -100; i < 100; i++)
                foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Int32, DType.Int64 })
                    Assert.Equal(new double[] { i + 1, i + 1 }, Mx.AsType(i + Mx.Ones(2, dtype), DType.Float64).ToArray<double>());
    }

    [Fact]
    public void AnEvaluatedLiteralIsStillOne()
    {
        NDArray x = Mx.Ones(4), two = Mx.BroadcastTo(2f, 4);
        Mx.Eval(two, (NDArray)2f);
        NDArray y = 2f * x;
        y.Node.Inputs[0].SetValue(two.Node.Value!);
        NDArray z = 2f * Mx.Sin(x);
        Assert.NotNull(Constant.Behind(z.Node.Inputs[0]));
        Assert.Equal([2f, 2, 2, 2], y.ToArray<float>());
    }

    [Fact]
    public void AssigningToOneDoesNotChangeAnother()
    {
        NDArray first = 3, second = 3;
        NDArray x = Mx.BroadcastTo(first, 2), y = Mx.BroadcastTo(second, 2);
        x[0] = 4;
        Assert.Equal([3, 3], y.ToArray<int>());
        Assert.Equal([4, 3], x.ToArray<int>());
    }
}
