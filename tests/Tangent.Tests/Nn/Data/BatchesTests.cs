namespace Tangent.Tests.Networks;

using Tangent.Data;
using Xunit;

public class BatchesTests
{
    private static readonly NDArray X = Mx.Arange(10).Eval(), Y = Mx.Stack([X, X * X], 1).Eval();

    [Theory, InlineData(false, 4), InlineData(true, 3)]
    public async Task ArraysAreCutAlike(bool dropLast, int expected)
    {
        List<(NDArray, NDArray)> batches = await Batches.Of((X, Y), 3, dropLast: dropLast).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, batches.Count);
        Assert.Equal(dropLast ? [3, 3, 3] : [3, 3, 3, 1], batches.Select(batch => batch.Item1.Shape[0]));
        Same.Bits(X[..(dropLast ? 9 : 10)], Mx.Concatenate([.. batches.Select(batch => batch.Item1)]));
        Assert.All(batches, batch => Same.Bits(Mx.Square(batch.Item1), batch.Item2[.., 1]));
    }

    [Fact]
    public async Task AKeyDecidesTheOrder()
    {
        NDArray first = await Order(Mx.Random.Key(1)), again = await Order(Mx.Random.Key(1)), other = await Order(Mx.Random.Key(2));
        Same.Bits(first, again);
        Assert.False(Mx.ArrayEqual(first, other).Item<bool>());
        Assert.False(Mx.ArrayEqual(first, X).Item<bool>());
        Same.Bits(X, Mx.Sort(first));

        static async Task<NDArray> Order(NDArray key)
        {
            List<NDArray> parts = [];
            await foreach ((NDArray x, NDArray y) in Batches.Of((X, Y), 4, key))
            {
                Same.Bits(x, y[.., 0]);
                parts.Add(x);
            }
            return Mx.Concatenate([.. parts]);
        }
    }

    [Fact]
    public async Task FilesAreCutByName()
    {
        foreach (string ending in new[] { "npz", "safetensors" })
        {
            string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.{ending}");
            try
            {
                var arrays = new Dictionary<string, NDArray> { ["x"] = X, ["y"] = Y };
                if (ending == "npz")
                    Mx.SaveZ(file, arrays);
                else
                    Mx.SaveSafetensors(file, arrays);
                List<Dictionary<string, NDArray>> batches = await Batches.OfFile(file, 5).ToListAsync(TestContext.Current.CancellationToken);
                Assert.Equal(2, batches.Count);
                Same.Bits(X[5..], batches[1]["x"]);
                Same.Bits(Y[5..], batches[1]["y"]);
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    [Fact]
    public async Task ExamplesAreStacked()
    {
        IEnumerable<(NDArray, NDArray)> examples = Enumerable.Range(0, 7).Select(i => (X[i], Y[i]));
        List<(NDArray, NDArray)> batches = await examples.Batch(3).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, batches.Count);
        Same.Bits(X[3..6], batches[1].Item1);
        Same.Bits(Y[6..7], batches[2].Item2);
        Assert.Equal(2, await examples.Batch(3, dropLast: true).CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ABufferShufflesAStream()
    {
        int[] first = await Order(1, 16), again = await Order(1, 16), other = await Order(2, 16), whole = await Order(1, 100), none = await Order(1, 1);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.All([first, other, whole, none], order => Assert.Equal(Enumerable.Range(0, 100), order.Order()));
        // None comes before its turn by more than waits.
        Assert.All(Enumerable.Range(0, 100), place => Assert.True(first[place] <= place + 16));
        Assert.True(whole[..10].Max() > 26);

        async Task<int[]> Order(ulong seed, int buffer) => [.. (await Batches.Of(Mx.Arange(100), 1).Shuffle(Mx.Random.Key(seed), buffer).ToListAsync(TestContext.Current.CancellationToken)).Select(x => x.Item<int>())];
    }

    [Fact]
    public void MistakesAreNamed()
    {
        Refusal.Names(() => Batches.Of((X, Y[..9]), 2), "Batches.Of: '0'", "[10]", "'1'", "[9,2]");
        Refusal.Names(() => Batches.Of(Mx.Zeros(Shape.Scalar), 2), "Batches.Of", "scalar");
        Refusal.Names(() => Batches.Of(X, 0), "Batches.Of: size");
        Refusal.Names(() => Batches.Of(X, 2).Prefetch(0), "Prefetch: count");
        Refusal.Names(() => Batches.Of(X, 2).Shuffle(Mx.Random.Key(0), 0), "Shuffle: buffer");
    }

    [Fact]
    public async Task ExamplesThatDifferAreRefused() =>
        Assert.StartsWith("Batch: an example has arrays of shapes [2]", (await Assert.ThrowsAsync<ArgumentException>(async () =>
            await new[] { Mx.Zeros(3), Mx.Zeros(2) }.Batch(2).ToListAsync(TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
}
