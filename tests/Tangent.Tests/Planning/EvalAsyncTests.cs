using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Planning;

public class EvalAsyncTests
{
    [Fact]
    public async Task TheValueIsThereWhenTheTaskEnds()
    {
        NDArray x = Mx.Ones((300, 300)) * 3.0;
        NDArray same = await x.EvalAsync(TestContext.Current.CancellationToken);
        Assert.Same(x, same);
        Assert.NotNull(x.Node.Value);
        Assert.Equal(270_000, Mx.Sum(x).Item<float>());
    }

    [Fact]
    public async Task SeveralArraysAreEvaluatedTogether()
    {
        NDArray x = Mx.Arange(100) + 1;
        NDArray y = Mx.Exp(x.AsType(DType.Float32));
        await Mx.EvalAsync(x, y);
        Assert.NotNull(x.Node.Value);
        Assert.NotNull(y.Node.Value);
    }

    [Fact]
    public async Task AnErrorArrivesWithTheTask()
    {
        NDArray x = Stopping.On(Mx.Ones(5000), () => throw new InvalidOperationException("stopped"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => x.EvalAsync());
        Assert.Null(x.Node.Value);
    }

    [Fact]
    public async Task CancelledBeforeItBeginsNothingIsComputed()
    {
        NDArray x = Mx.Ones(10) + 1.0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => x.EvalAsync(new CancellationToken(canceled: true)));
        Assert.Null(x.Node.Value);
        Assert.Equal(20, Mx.Sum(x).Item<float>());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(100_000)]
    public async Task CancelledBetweenTwoStepsEveryArrayStaysValid(int length)
    {
        using var cancellation = new CancellationTokenSource();
        NDArray before = Mx.Ones(length) + 1.0;
        NDArray stopping = Stopping.On(before, cancellation.Cancel);
        NDArray after = Mx.CumSum(stopping) + 1.0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => after.EvalAsync(cancellation.Token));
        Assert.Null(after.Node.Value);
        Assert.Equal((2f * length) + 1, after[^1].Item<float>());
        Assert.Equal(2, before[0].Item<float>());
    }

    [Fact]
    public async Task ATransformAroundItStillFindsItsGraph()
    {
        (_, NDArray dy) = Mx.Jvp(x =>
        {
            NDArray y = Mx.Sin(x);
            y.EvalAsync().Wait();
            return y * y;
        }, Mx.Array([0.5]), Mx.Array([1.0]));
        await dy.EvalAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Math.Sin(1), dy.Item<double>(), 12);
    }

    /// <summary>A copy of an array that calls an action when it is made.</summary>
    private sealed record Stopping(Action Action) : Primitive
    {
        public static NDArray On(NDArray x, Action action) => new(new Node(new Stopping(action), [x.Node], x.Shape, x.DType));

        public override ArraySpec Infer(Node[] x) => x[0].Spec;

        public override Kernel Lower(Node[] x, ArraySpec y) => new HostKernel(Name, 0, (inputs, outputs) =>
        {
            CopyExecutor.Run(inputs[0], outputs[0]);
            Action();
        });
    }
}
