using System.Runtime.CompilerServices;

namespace Tangent.Tests.Networks;

using Tangent.Data;
using Xunit;

/// <summary>What is made ahead comes in order, whole, and nothing goes on behind the reader's back.</summary>
public class PrefetchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int made;

    [Fact]
    public async Task BatchesComeInOrder()
    {
        List<NDArray> batches = await Source(20).Prefetch(3).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 20), batches.Select(batch => batch.Item<int>()));
        await ended.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task TheyAreMadeAheadAndNoFurther()
    {
        await using IAsyncEnumerator<NDArray> reader = Source(1000).Prefetch(2).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await reader.MoveNextAsync();
        for (int i = 0; i < 1000 && Volatile.Read(ref made) < 4; i++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        // One was read, two wait, and one is made and finds no room.
        Assert.Equal(4, Volatile.Read(ref made));
    }

    [Fact]
    public async Task ErrorsArriveAfterWhatCameBefore()
    {
        List<int> seen = [];
        FormatException error = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (NDArray batch in Source(20, failsAt: 3).Prefetch(8))
                seen.Add(batch.Item<int>());
        });
        Assert.Equal("broken", error.Message);
        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public async Task WhoStopsReadingStopsTheThread()
    {
        await foreach (NDArray batch in Source(int.MaxValue).Prefetch())
            if (batch.Item<int>() == 2)
                break;
        Assert.True(ended.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task CancellingStopsBoth()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (NDArray batch in Source(int.MaxValue).Prefetch().WithCancellation(cancellation.Token))
                if (batch.Item<int>() == 2)
                    await cancellation.CancelAsync();
        });
        Assert.True(ended.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task ThePipelineIsWhatItsPartsAre()
    {
        NDArray x = Mx.Arange(50).Eval();
        NDArray[] plain = await Batches.Of(x, 8, Mx.Random.Key(3)).ToArrayAsync(TestContext.Current.CancellationToken);
        NDArray[] ahead = await Batches.Of(x, 8, Mx.Random.Key(3)).Prefetch().ToArrayAsync(TestContext.Current.CancellationToken);
        Same.Bits(Mx.Concatenate(plain), Mx.Concatenate(ahead));
    }

    private async IAsyncEnumerable<NDArray> Source(int count, int failsAt = -1, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (i == failsAt)
                    throw new FormatException("broken");
                Interlocked.Increment(ref made);
                yield return Mx.Full(Shape.Scalar, i, DType.Int32);
            }
            await Task.CompletedTask;
        }
        finally
        {
            ended.TrySetResult();
        }
    }
}
