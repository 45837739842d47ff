using Tangent.Kernels;
using Tangent.Tests.Memory;
using Xunit;

namespace Tangent.Tests.Threading;

/// <summary>The number of threads is that of the process, so no other test runs meanwhile.</summary>
[Collection("memory limit")]
public class ThreadingTests
{
    [Fact]
    public void TheNumberIsSetAndTheFormerOneReturned()
    {
        int before = Mx.SetThreads(3);
        try
        {
            Assert.Equal(3, Mx.GetThreads());
            Assert.Equal(3, Mx.SetThreads(1));
        }
        finally
        {
            Mx.SetThreads(before);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    [InlineData(int.MaxValue)]
    public void ANumberThatCannotBeIsNamed(int threads)
    {
        int before = Mx.GetThreads();
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Mx.SetThreads(threads));
        Assert.StartsWith("SetThreads: the number of threads is from 1 to 1,024.", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Mx.GetThreads());
    }

    [Fact]
    public void OneToEightThreadsGiveEqualBits()
    {
        int before = Mx.GetThreads();
        Mx.SetThreads(1);
        float[][] expected = Results();
        try
        {
            for (int threads = 2; threads <= 8; threads++)
            {
                Mx.SetThreads(threads);
                Assert.Equal(expected, Results());
            }
        }
        finally
        {
            Mx.SetThreads(before);
        }
    }

    [Fact]
    public void TheNumberMayChangeWhileOthersEvaluate()
    {
        int before = Mx.GetThreads();
        NDArray x = Mx.Random.Normal((300, 700), key: Mx.Random.Key(1)).Eval();
        float[] expected = Mx.MatMul(x, Mx.Transpose(x)).ToArray<float>();
        using var stop = new CancellationTokenSource();
        var changes = new Thread(() =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
                Mx.SetThreads(i % 8 + 1);
        });
        changes.Start();
        try
        {
            for (int i = 0; i < 50; i++)
                Assert.Equal(expected, Mx.MatMul(x, Mx.Transpose(x)).ToArray<float>());
        }
        finally
        {
            stop.Cancel();
            changes.Join();
            Mx.SetThreads(before);
        }
    }

    private static float[][] Results()
    {
        NDArray x = Mx.Random.Normal((300, 700), key: Mx.Random.Key(1)), y = Mx.Random.Normal((700, 100), key: Mx.Random.Key(2));
        NDArray flat = Mx.Random.Normal([1_000_003], key: Mx.Random.Key(3));
        NDArray[] results =
        [
            Mx.MatMul(x, y), Mx.Tanh(x) * x, Mx.Sum(flat), Mx.Mean(x, 0), Mx.Var(x, 1), Mx.Softmax(x, -1), Mx.LogSumExp(flat),
            Mx.CumSum(flat), Mx.CumSum(x, 0), Mx.Sort(flat), Mx.Max(x, 0), Mx.Transpose(x) + 1.0,
            Mx.Grad((NDArray w) => Mx.Sum(Mx.Tanh(Mx.MatMul(x, w))))(y),
        ];
        return [.. results.Select(result => result.ToArray<float>())];
    }
}
