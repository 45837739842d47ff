using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Tangent.Kernels;

/// <summary>
/// What was made once for a key, for any number of threads. When it holds <paramref name="limit"/> entries it starts
/// afresh: a process that makes up keys without end must not keep them all.
/// </summary>
/// <remarks>
/// It counts by itself, roughly where threads race: the dictionary's own count takes all its locks, and the first time
/// starts its event source, which takes 10 ms.
/// </remarks>
internal sealed class BoundedTable<TKey, TValue>(int limit) where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> table = new();
    private int count;

    /// <summary>The value of a key, if there is one.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => table.TryGetValue(key, out value);

    /// <summary>Adds a value and returns it, or the one that another thread added first.</summary>
    public TValue Add(TKey key, TValue value)
    {
        if (Interlocked.Increment(ref count) > limit)
        {
            Volatile.Write(ref count, 1);
            table.Clear();
        }
        return table.GetOrAdd(key, value);
    }
}
