using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Soak;

/// <summary>Long work leaves memory level: what is dropped is found, when it was held for some collections too.</summary>
[Collection("soak")]
[Trait("Category", "Extended")]
public class SoakTests
{
    private const int Image = 1_000_000, Row = 256;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TrainingNeedsNoMoreMemoryFromTheThirdStepOn(int threads)
    {
        int before = Workers.Count;
        Workers.Count = threads;
        var training = new Training();
        MemoryLevel.StandsStill(2, 1000, _ => training.Step());
        Assert.True(training.Step().Item<float>() < 0.1f);
        Workers.Count = before;
    }

    [Fact]
    public void CollectionsOfOthersCostTrainingNoNewMemory()
    {
        var training = new Training();
        MemoryLevel.StandsStill(40, 600, turn =>
        {
            training.Step();
            if (turn % 20 == 0)
                GC.Collect(turn / 20 % 3);
        });
        Assert.True(training.Step().Item<float>() < 0.1f);
    }

    [Fact]
    public void TemporariesInAnAsyncMethodTakeNoNewMemory()
    {
        NDArray x = Mx.Random.Normal(Image, key: Mx.Random.Key(1)).Eval();
        MemoryLevel.StandsStill(200, 400, turn =>
        {
            Expression(x).GetAwaiter().GetResult();
            // Code that the JIT has not optimised yet holds temporaries longer.
            if (turn % 100 == 99)
                Thread.Sleep(500);
        });

        static async Task Expression(NDArray x)
        {
            NDArray y = Mx.Sqrt(x * x + 1) * Mx.Tanh(x);
            await Task.Yield();
            (y + Mx.Exp(-x * x)).Eval();
        }
    }

    [Fact]
    public void TrainingLeavesMemoryLevel()
    {
        var training = new Training();
        MemoryLevel.Holds(480, _ => training.Step());
        Assert.True(training.Step().Item<float>() < 0.1f);
    }

    [Fact]
    public void TrainingWhoseResultsAreHeldForAWhileLeavesMemoryLevel()
    {
        const int held = 20;
        var training = new Training();
        var results = new List<NDArray[]>();
        MemoryLevel.Holds(480, turn =>
        {
            results.Add([training.Step(), .. training.Parameters]);
            if ((turn + 1) % held == 0)
                results.Clear();
        });
        Assert.Empty(results);
    }

    [Fact]
    public void EagerWorkOnLargeArraysLeavesMemoryLevel()
    {
        NDArray x = Mx.Random.Normal(Image, key: Mx.Random.Key(1)), y = Mx.Random.Normal(Image, key: Mx.Random.Key(2));
        Mx.Eval(x, y);
        NDArray last = x;
        MemoryLevel.Holds(600, _ =>
        {
            NDArray sum = (x + y).Eval();
            last = (sum * Mx.Tanh(x) + Mx.Exp(-sum * sum)).Eval();
        });
        Assert.True(Mx.All(Mx.IsFinite(last)).Item<bool>());
    }

    [Fact]
    public void EagerWorkOnSmallArraysLeavesMemoryLevel()
    {
        NDArray x = Mx.Random.Normal(Row, key: Mx.Random.Key(1)).Eval(), y = x;
        var held = new Queue<NDArray>();
        MemoryLevel.Holds(1_000_000, turn =>
        {
            y = (y * 0.5 + x).Eval();
            if (turn % 100 != 0)
                return;
            // One result of many keeps the slab that others were cut from.
            held.Enqueue(y);
            if (held.Count > 100)
                held.Dequeue();
        });
        Assert.True(Mx.AllClose(y, x + x).Item<bool>());
    }
}
