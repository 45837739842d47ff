using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Devices;

/// <summary>What is handed to a stream runs in order; streams run beside each other; nothing waits for what waits for it.</summary>
public class DeviceStreamTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> ran = new();

    [Fact]
    public void WorkRunsInOrder()
    {
        using IDisposable open = Mx.Stream(Mx.NewStream());
        NDArray[] x = [.. Enumerable.Range(0, 20).Select(i => Work($"{i}", () => Thread.Sleep(i % 3)))];
        Task[] tasks = [.. x.Select(array => Mx.EvalAsync(array))];
        Mx.Synchronize();
        Assert.All(tasks, task => Assert.True(task.IsCompletedSuccessfully));
        Assert.Equal([.. Enumerable.Range(0, 20).Select(i => $"{i}")], ran);
    }

    [Fact]
    public void SynchronizeWaitsForItsStreamAlone()
    {
        using var gate = new ManualResetEventSlim();
        DeviceStream first = Mx.NewStream(), second = Mx.NewStream();
        Task blocked = On(first, Work("first", gate.Wait));
        Task free = On(second, Work("second"));
        Mx.Synchronize(second);
        Assert.True(free.IsCompletedSuccessfully);
        Assert.False(blocked.IsCompleted);
        gate.Set();
        Mx.Synchronize(first);
        Assert.True(blocked.IsCompletedSuccessfully);
        Assert.Equal(["second", "first"], ran);
        Mx.Synchronize(Mx.NewStream());
    }

    [Fact]
    public async Task AFailureIsTheTasksOwnAndTheNextOneRuns()
    {
        DeviceStream stream = Mx.NewStream();
        Task fails = On(stream, Work("fails", () => throw new InvalidOperationException("stopped"))), runs = On(stream, Work("runs"));
        Mx.Synchronize(stream);
        await Assert.ThrowsAsync<InvalidOperationException>(() => fails);
        await runs;
    }

    [Fact]
    public async Task WhatWasCancelledDoesNotLetTheNextOvertakeWhatCameBefore()
    {
        using var gate = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        DeviceStream stream = Mx.NewStream();
        Task first = On(stream, Work("first", gate.Wait)), cancelled = On(stream, Work("cancelled"), cancellation.Token), last = On(stream, Work("last"));
        await cancellation.CancelAsync();
        await Task.Delay(50);
        Assert.False(last.IsCompleted);
        gate.Set();
        await last;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(["first", "last"], ran);
    }

    [Fact]
    public async Task AReaderWaitsForWhatIsBeingComputed()
    {
        using var begun = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        NDArray x = Work("once", () => { begun.Set(); gate.Wait(); });
        Task task = On(Mx.NewStream(), x);
        Assert.True(begun.Wait(Soon));
        Task<float> reader = Task.Factory.StartNew(() => Mx.Sum(x * 2).Item<float>(), TaskCreationOptions.LongRunning);
        await Task.Delay(50);
        Assert.False(reader.IsCompleted);
        gate.Set();
        Assert.Equal(6, await reader);
        await task;
        Assert.Equal(["once"], ran);
    }

    [Fact]
    public async Task WorkMayEvaluateAndWaitOnItsOwnStream()
    {
        DeviceStream stream = Mx.NewStream();
        NDArray later = Work("later");
        Task task = On(stream, Work("outer", () =>
        {
            Mx.EvalAsync(Work("inner")).Wait();
            Mx.Synchronize();
            later.Eval();
        }));
        Task next = On(stream, later);
        await Task.WhenAll(task, next).WaitAsync(Soon);
        Assert.Equal(["inner", "later", "outer"], ran.Distinct());
    }

    [Fact]
    public async Task AStreamHoldsInAFlowOfControlAlone()
    {
        DeviceStream before = Mx.DefaultStream(), stream = Mx.NewStream();
        using (Mx.Stream(stream))
        {
            Assert.Same(stream, Mx.DefaultStream());
            Assert.Same(stream, await Task.Run(() => Mx.DefaultStream()));
            using (Mx.Stream(Mx.NewStream(Mx.Cpu)))
                Assert.NotSame(stream, Mx.DefaultStream(Mx.Cpu));
            using (Mx.Stream(Mx.Cpu))
                Assert.Same(stream, Mx.DefaultStream());
        }
        Assert.Same(before, Mx.DefaultStream());
        Assert.Equal($"Stream(Device(cpu, 0), {stream.Index})", stream.ToString());
        Assert.NotEqual(stream.Index, before.Index);
        Assert.Equal(Mx.Cpu, stream.Device);
    }

    [Fact]
    public void TheStreamOfTheProcessCanBeAnother()
    {
        DeviceStream before = Mx.DefaultStream(), stream = Mx.NewStream();
        try
        {
            Mx.SetDefaultStream(stream);
            Assert.Same(stream, Mx.DefaultStream());
            using (Mx.Stream(before))
                Assert.Same(before, Mx.DefaultStream());
            _ = Mx.EvalAsync(Work("there"));
            Mx.Synchronize(stream);
            Assert.Equal(["there"], ran);
        }
        finally
        {
            Mx.SetDefaultStream(before);
        }
    }

    [Fact]
    public void NullsAreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("stream", () => Mx.Stream((DeviceStream)null!));
        Assert.Throws<ArgumentNullException>("stream", () => Mx.SetDefaultStream(null!));
    }

    [Fact]
    public void APipelineComputesEachStepOnce()
    {
        using IDisposable open = Mx.Stream(Mx.NewStream());
        NDArray state = Mx.Ones(3);
        for (int i = 0; i < 50; i++)
        {
            state = Work($"{i}", x: state);
            Mx.EvalAsync(state);
        }
        Assert.Equal(3f, Mx.Sum(state).Item<float>());
        Assert.Equal([.. Enumerable.Range(0, 50).Select(i => $"{i}")], ran);
    }

    [Fact]
    public void AStreamKeepsNothingOfWhatItHasDone()
    {
        DeviceStream stream = Mx.NewStream();
        WeakReference memory = Handed(stream, CancellationToken.None), cancelled = Handed(stream, new CancellationToken(canceled: true));
        Mx.Synchronize(stream);
        SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return !memory.IsAlive && !cancelled.IsAlive;
            },
            Soon);
        Assert.False(memory.IsAlive || cancelled.IsAlive);
        GC.KeepAlive(stream);
    }

    // A method of its own, so that no handle lives.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Handed(DeviceStream stream, CancellationToken cancellation)
    {
        NDArray x = Mx.Ones(100_000) + 1;
        _ = On(stream, x, cancellation);
        return new WeakReference(x.Node);
    }

    private static Task On(DeviceStream stream, NDArray x, CancellationToken cancellation = default)
    {
        using IDisposable open = Mx.Stream(stream);
        return Mx.EvalAsync([x], cancellation);
    }

    // The identity, which does something and then tells that it ran.
    private NDArray Work(string label, Action? action = null, NDArray? x = null) => Mx.HostCall(
        v =>
        {
            action?.Invoke();
            ran.Enqueue(label);
            return v + 0;
        },
        3,
        DType.Float32)(x ?? Mx.Ones(3));
}
