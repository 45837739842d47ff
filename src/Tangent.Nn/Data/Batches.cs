using System.Runtime.CompilerServices;

namespace Tangent.Data;

/// <summary>
/// Batches of examples, for <c>await foreach</c>: cut from arrays and files here, or made of single examples by <see cref="ExampleStream.Batch{T}(IEnumerable{T}, int, bool)"/>.
/// Each enumeration begins anew.
/// </summary>
public static class Batches
{
    /// <summary>Parts of arrays whose first axes are the examples.</summary>
    /// <param name="arrays">A tree of arrays with first axes of one length: <c>(images, labels)</c>.</param>
    /// <param name="size">The number of examples in a batch.</param>
    /// <param name="key">For a random order, the same each time: split it for each epoch. By default they stay in order.</param>
    /// <param name="dropLast">True to leave out a last batch that is not full.</param>
    /// <returns>Trees of the same form, evaluated.</returns>
    /// <exception cref="ArgumentException">There is no array, one is a scalar, or the numbers of examples differ.</exception>
    /// <example><code>
    /// using Tangent.Data;
    /// NDArray x = Mx.Arange(5);
    /// await foreach ((NDArray a, NDArray b) in Batches.Of((x, x * x), size: 2).Prefetch())
    ///     Console.WriteLine(a + b);
    /// // array([0, 2], dtype=int32)
    /// // array([6, 12], dtype=int32)
    /// // array([20], dtype=int32)
    /// </code></example>
    public static IAsyncEnumerable<T> Of<T>(T arrays, int size, NDArray? key = null, bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        Positive("Batches.Of", size, nameof(size));
        NDArray[] leaves = Tree.Arrays("Batches.Of", TreeRole.Argument, arrays);
        int count = Examples(leaves, arrays);
        return Async(Cut(arrays, leaves, count, size, key, dropLast));
    }

    /// <summary>Parts of the arrays in a <c>.npz</c>, <c>.safetensors</c> or <c>.gguf</c> file, by name. The arrays are read whole, once.</summary>
    /// <param name="file">The file; the first axes of its arrays are the examples.</param>
    /// <param name="size">The number of examples in a batch.</param>
    /// <param name="key">For a random order, the same each time. By default they stay in order.</param>
    /// <param name="dropLast">True to leave out a last batch that is not full.</param>
    /// <exception cref="ArgumentException">There is no array, one is a scalar, or the numbers of examples differ.</exception>
    public static IAsyncEnumerable<Dictionary<string, NDArray>> OfFile(string file, int size, NDArray? key = null, bool dropLast = false)
    {
        Positive("Batches.OfFile", size, nameof(size));
        Dictionary<string, NDArray> arrays = new(Mx.LoadArrays(file));
        Mx.Eval([.. arrays.Values]);
        return Of(arrays, size, key, dropLast);
    }

    /// <summary>A number that must be positive.</summary>
    internal static void Positive(string function, int value, string name)
    {
        if (value <= 0)
            throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} must be positive.");
    }

    /// <summary>What can be enumerated, as what can be awaited.</summary>
    internal static async IAsyncEnumerable<T> Async<T>(IEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (T item in source)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    private static int Examples<T>(NDArray[] leaves, T arrays)
    {
        if (leaves.Length == 0)
            throw new ArgumentException("Batches.Of: there is no array.", nameof(arrays));
        string[] paths = TreePaths.Of(arrays);
        for (int i = 0; i < leaves.Length; i++)
        {
            if (leaves[i].NDim == 0)
                throw new ArgumentException($"Batches.Of: the array '{paths[i]}' is a scalar; its first axis would be the examples.", nameof(arrays));
            if (leaves[i].Shape[0] != leaves[0].Shape[0])
                throw new ArgumentException($"Batches.Of: '{paths[0]}' of shape {leaves[0].Shape} and '{paths[i]}' of shape {leaves[i].Shape} have not the same number of examples.", nameof(arrays));
        }
        return leaves[0].Shape[0];
    }

    private static IEnumerable<T> Cut<T>(T arrays, NDArray[] leaves, int count, int size, NDArray? key, bool dropLast)
    {
        NDArray? order = key is null ? null : Mx.Random.Permutation(count, key).Eval();
        for (int from = 0; from < count && !(dropLast && count - from < size);)
        {
            int to = from + Math.Min(size, count - from), first = from;
            NDArray[] parts = Array.ConvertAll(leaves, array => order is null ? array[first..to] : Mx.Take(array, order[first..to], 0));
            Mx.Eval(parts);
            yield return Tree.Rebuild(arrays, parts);
            from = to;
        }
    }
}
