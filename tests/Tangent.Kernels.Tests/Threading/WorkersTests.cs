using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Kernels.Tests;

public class WorkersTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(7, 2)]
    [InlineData(1_000, 64)]
    [InlineData(1_000_003, 1)]
    public void Ranges_cover_every_item_once(long count, long grain)
    {
        var visits = new int[count];
        Workers.For(count, grain, (start, end) =>
        {
            for (long i = start; i < end; i++)
                Interlocked.Increment(ref visits[i]);
        });
        Assert.All(visits, visit => Assert.Equal(1, visit));
    }

    [Fact]
    public void Lengths_beyond_32_bits_are_covered()
    {
        long sum = 0;
        Workers.For(long.MaxValue / 2, 1, (start, end) => Interlocked.Add(ref sum, end - start));
        Assert.Equal(long.MaxValue / 2, sum);
    }

    [Fact]
    public void What_a_part_throws_reaches_the_caller_and_later_work_runs()
    {
        for (int i = 0; i < 200; i++)
        {
            var error = Assert.Throws<InvalidOperationException>(
                () => Workers.For(100, 1, (start, _) => throw new InvalidOperationException($"{start}")));
            Assert.True(int.TryParse(error.Message, out _));
            Assert.Equal(100, Count(100));
        }
    }

    [Fact]
    public void Nobody_is_in_a_part_once_the_call_is_over()
    {
        int inside = 0;
        for (int i = 0; i < 2_000; i++)
        {
            Workers.For(16, 1, (_, _) =>
            {
                Interlocked.Increment(ref inside);
                Thread.SpinWait(10);
                Interlocked.Decrement(ref inside);
            });
            Assert.Equal(0, Volatile.Read(ref inside));
        }
    }

    [Fact]
    public void Parts_may_start_work_of_their_own()
    {
        long sum = 0;
        Workers.For(8, 1, (start, end) =>
        {
            for (long i = start; i < end; i++)
                Interlocked.Add(ref sum, Count(1_000));
        });
        Assert.Equal(8_000, sum);
    }

    [Fact]
    public void Many_callers_share_the_workers()
    {
        var callers = Enumerable.Range(0, 8).Select(caller => new Thread(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                Assert.Equal(100 + caller, Count(100 + caller));
                if (i % 50 == 0)
                    Thread.Sleep(1); // long enough for the workers to fall asleep
            }
        })).ToList();
        callers.ForEach(caller => caller.Start());
        callers.ForEach(caller => caller.Join());
        Assert.Equal(100, Count(100));
    }

    [Fact]
    public void No_worker_keeps_what_it_worked_on()
    {
        WeakReference captured = RunOnCaptured();
        for (int i = 0; i < 100 && captured.IsAlive; i++)
        {
            Thread.Sleep(1);
            GC.Collect();
        }
        Assert.False(captured.IsAlive);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("7", 7)]
    [InlineData("1024", 1024)]
    public void The_environment_says_how_many_threads_there_are(string setting, int expected) =>
        Assert.Equal(expected, Workers.CountOf(setting));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_a_setting_there_are_as_many_as_processors(string? setting) =>
        Assert.Equal(Environment.ProcessorCount, Workers.CountOf(setting));

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("1025")]
    [InlineData("two")]
    [InlineData("1.5")]
    public void Settings_that_cannot_be_are_named(string setting)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Workers.CountOf(setting));
        Assert.Equal($"TANGENT_NUM_THREADS: \"{setting}\" is not a number of threads from 1 to 1,024.", error.Message);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunOnCaptured()
    {
        var captured = new long[1];
        for (int i = 0; i < 50; i++)
            Workers.For(64, 1, (start, end) => Interlocked.Add(ref captured[0], end - start));
        Assert.Equal(50 * 64, captured[0]);
        return new WeakReference(captured);
    }

    private static long Count(long count)
    {
        long sum = 0;
        Workers.For(count, 1, (start, end) => Interlocked.Add(ref sum, end - start));
        return sum;
    }
}
