using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Tangent.Data;

/// <summary>Streams of examples or batches: trees of arrays, one after the other.</summary>
public static class ExampleStream
{
    /// <summary>Stacks examples along a new first axis.</summary>
    /// <param name="examples">Trees of one form, with arrays of the same shapes.</param>
    /// <param name="size">The number of examples in a batch.</param>
    /// <param name="dropLast">True to leave out a last batch that is not full.</param>
    /// <exception cref="ArgumentException">While it is enumerated: an example has other arrays than the first of its batch.</exception>
    public static IAsyncEnumerable<T> Batch<T>(this IEnumerable<T> examples, int size, bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return Batch(Batches.Async(examples), size, dropLast);
    }

    /// <inheritdoc cref="Batch{T}(IEnumerable{T}, int, bool)"/>
    public static IAsyncEnumerable<T> Batch<T>(this IAsyncEnumerable<T> examples, int size, bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(examples);
        Batches.Positive("Batch", size, nameof(size));
        return Stacked(examples, size, dropLast);
    }

    /// <summary>Gives examples in a random order, as far as a buffer allows: each is drawn from those that are waiting in it.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="key">Decides the order, the same each time: split it for each epoch.</param>
    /// <param name="buffer">How many wait; as many as there are for any order.</param>
    public static IAsyncEnumerable<T> Shuffle<T>(this IAsyncEnumerable<T> examples, NDArray key, int buffer)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(key);
        Batches.Positive("Shuffle", buffer, nameof(buffer));
        return Shuffled(examples, key, buffer);
    }

    /// <summary>
    /// Makes batches ahead on another thread, evaluated. What its source throws arrives at the reader, after the batches before; whoever
    /// stops reading, or cancels, stops the thread.
    /// </summary>
    /// <param name="batches">The batches.</param>
    /// <param name="count">How many may wait.</param>
    public static IAsyncEnumerable<T> Prefetch<T>(this IAsyncEnumerable<T> batches, int count = 2)
    {
        ArgumentNullException.ThrowIfNull(batches);
        Batches.Positive("Prefetch", count, nameof(count));
        return Prefetched(batches, count);
    }

    private static async IAsyncEnumerable<T> Stacked<T>(IAsyncEnumerable<T> examples, int size, bool dropLast, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var waiting = new List<T>();
        await foreach (T example in examples.WithCancellation(cancellation).ConfigureAwait(false))
        {
            waiting.Add(example);
            if (waiting.Count < size)
                continue;
            yield return Stack(waiting);
            waiting.Clear();
        }
        if (waiting.Count > 0 && !dropLast)
            yield return Stack(waiting);
    }

    private static T Stack<T>(List<T> examples)
    {
        NDArray[][] leaves = [.. examples.Select(example => Tree.Arrays("Batch", TreeRole.Argument, example))];
        for (int i = 1; i < leaves.Length; i++)
            if (!leaves[i].Select(array => array.Shape).SequenceEqual(leaves[0].Select(array => array.Shape)))
                throw new ArgumentException($"Batch: an example has arrays of shapes {Shapes(leaves[i])}, and the first of its batch {Shapes(leaves[0])}.", nameof(examples));
        NDArray[] stacked = [.. Enumerable.Range(0, leaves[0].Length).Select(place => Mx.Stack([.. leaves.Select(arrays => arrays[place])]))];
        Mx.Eval(stacked);
        return Tree.Rebuild(examples[0], stacked);
    }

    private static string Shapes(NDArray[] arrays) => string.Join(", ", arrays.Select(array => array.Shape));

    private static async IAsyncEnumerable<T> Shuffled<T>(IAsyncEnumerable<T> examples, NDArray key, int buffer, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var waiting = new List<T>();
        var draws = new Queue<double>();
        await foreach (T example in examples.WithCancellation(cancellation).ConfigureAwait(false))
        {
            waiting.Add(example);
            if (waiting.Count > buffer)
                yield return Draw();
        }
        while (waiting.Count > 0)
            yield return Draw();

        T Draw()
        {
            if (draws.Count == 0)
            {
                NDArray keys = Mx.Random.Split(key);
                key = keys[0];
                foreach (float number in Mx.Random.Uniform(0, 1, 1024, key: keys[1]).ToArray<float>())
                    draws.Enqueue(number);
            }
            int place = Math.Min((int)(draws.Dequeue() * waiting.Count), waiting.Count - 1);
            T drawn = waiting[place];
            waiting[place] = waiting[^1];
            waiting.RemoveAt(waiting.Count - 1);
            return drawn;
        }
    }

    private static async IAsyncEnumerable<T> Prefetched<T>(IAsyncEnumerable<T> batches, int count, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(count) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CancellationToken token = stop.Token;
        Task producer = Task.Run(() => Produce(batches, channel.Writer, token), CancellationToken.None);
        try
        {
            await foreach (T batch in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                yield return batch;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await producer.ConfigureAwait(false);
        }
    }

    // Whatever it throws goes to the reader, and to nobody else.
    private static async Task Produce<T>(IAsyncEnumerable<T> batches, ChannelWriter<T> writer, CancellationToken cancellation)
    {
        try
        {
            await foreach (T batch in batches.WithCancellation(cancellation).ConfigureAwait(false))
            {
                cancellation.ThrowIfCancellationRequested();
                Mx.Eval(Tree.Arrays("Prefetch", TreeRole.Argument, batch));
                await writer.WriteAsync(batch, cancellation).ConfigureAwait(false);
            }
            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
        }
    }
}
