using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>What the planner takes for granted after experience; a wrong guess must cost time only.</summary>
public class HandleHistoryTests
{
    private const int Count = 100_000;

    [Fact]
    public void Handles_that_were_dead_at_a_collection_make_it_clean()
    {
        var history = new HandleHistory();
        history.Inspect();
        history.Record(Dropped());
        Assert.False(history.IsClean);
        GC.Collect();
        history.Inspect();
        Assert.True(history.IsClean);
    }

    [Fact]
    public void One_living_handle_is_enough_against_it()
    {
        var history = new HandleHistory();
        history.Inspect();
        history.Note(isHeld: false);
        NDArray held = Mx.Arange(Count);
        history.Record(Dropped());
        history.Record(held.Node.Holders!);
        GC.Collect();
        history.Inspect();
        // Other tests that collect meanwhile may have made it so old that it tells nothing.
        Assert.Equal(GC.GetGeneration(held) == GC.MaxGeneration, history.IsClean);
        GC.KeepAlive(held);
    }

    [Fact]
    public void A_collection_in_the_middle_of_an_evaluation_tells_nothing()
    {
        var history = new HandleHistory();
        history.Inspect();
        NDArray held = Mx.Arange(Count);
        history.Record(held.Node.Holders!);
        GC.Collect(1);
        history.EndEvaluation();
        history.Inspect();
        history.Note(isHeld: false);
        Assert.True(history.IsClean);
        GC.KeepAlive(held);
    }

    [Fact]
    public void An_old_handle_tells_nothing()
    {
        var history = new HandleHistory();
        history.Inspect();
        NDArray held = Mx.Arange(Count);
        GC.Collect();
        GC.Collect();
        history.EndEvaluation();
        history.Record(held.Node.Holders!);
        GC.Collect(1);
        history.Inspect();
        Assert.False(history.IsClean);
        history.Note(isHeld: false);
        Assert.True(history.IsClean);
        GC.KeepAlive(held);
    }

    [Fact]
    public void Each_error_doubles_what_it_takes_to_guess_again()
    {
        var history = new HandleHistory();
        for (int required = 1; required <= 8; required *= 2)
        {
            for (int i = 0; i < required; i++)
            {
                Assert.False(history.IsClean);
                history.Note(isHeld: false);
            }
            Assert.True(history.IsClean);
            history.Note(isHeld: true);
        }
    }

    [Fact]
    public void A_value_that_was_taken_for_dead_is_computed_again_and_the_next_one_is_kept() => OnThreadOfItsOwn(() =>
    {
        NDArray x = Mx.Full(Count, 2f).Eval();
        for (int i = 0; i < 500 && !HandleHistory.Current.IsClean; i++)
        {
            Temporaries(x);
            GC.Collect(1);
        }
        Assert.True(HandleHistory.Current.IsClean);

        NDArray held = x * x + 1;
        Assert.Equal(10, Mx.Max(held * 2).Item<float>());
        Assert.Null(held.Node.Value);
        Assert.Equal(5, Mx.Min(held).Item<float>());
        Assert.False(HandleHistory.Current.IsClean);

        NDArray next = x * x + 3;
        Assert.Equal(14, Mx.Max(next * 2).Item<float>());
        Assert.NotNull(next.Node.Value);
        Assert.Equal(7, next[0].Item<float>());
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakHandles Dropped() => Mx.Arange(Count).Node.Holders!;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Temporaries(NDArray x) => Mx.Exp(x * x + 1).Eval();

    private static void OnThreadOfItsOwn(Action body)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(body));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
