using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>An array that transforms on two threads have made together belongs to both, as long as either is open.</summary>
public class SiblingTraceTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task AnArrayOfTwoTracesKeepsItsGraphUntilBothAreClosed(bool othersFirst)
    {
        NDArray? theirs = null;
        using var published = new ManualResetEventSlim();
        using var isUsed = new ManualResetEventSlim();
        // A thread of its own, which the flow of the test reaches before any transform is open.
        Task<double> other = Task.Factory.StartNew(Other, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.True(published.Wait(TimeSpan.FromMinutes(1)));
        NDArray gradient = Mx.Grad(Mine)(Point(2));
        Assert.Equal(2 * 2 * 25.0, gradient.Item<double>());
        Assert.Equal(10.0, await other);

        double Other() => Mx.Grad(x =>
        {
            theirs = x;
            published.Set();
            Assert.True(isUsed.Wait(TimeSpan.FromMinutes(1)));
            return x * x;
        })(Point(5)).Item<double>();

        NDArray Mine(NDArray x)
        {
            NDArray both = othersFirst ? theirs! * x : x * theirs!;
            isUsed.Set();
            other.Wait(TimeSpan.FromMinutes(1));
            // One of the traces is closed, the other is still to walk through this.
            both.Eval();
            return both * both;
        }
    }

    [Fact]
    public void WhatEnclosesTheOtherTraceIsTheOneThatCounts()
    {
        NDArray second = Mx.Grad(x => Mx.Grad(y => Read(x * y) * Read(y * x))(x))(Point(3));
        Assert.Equal(6 * 9.0, second.Item<double>());

        static NDArray Read(NDArray x) => x.Eval();
    }

    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);
}
