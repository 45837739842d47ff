using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>Makes containers like given ones with other contents.</summary>
internal static class TreeBuilder
{
    /// <summary>The keys of a dictionary by string, in ordinal order, so that equal dictionaries flatten alike.</summary>
    public static string[] Keys(IDictionary dictionary)
    {
        string[] keys = [.. dictionary.Keys.Cast<object>().Select(key => key as string
            ?? throw new ArgumentException($"A tree's dictionary has a key of type {key.GetType().Name}; only strings are known.", nameof(dictionary)))];
        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    /// <summary>A container of the same type with other contents.</summary>
    public static object Build(object like, object?[] branches) => like switch
    {
        Array array => Fill((Array)array.Clone(), branches),
        ValueTuple<NDArray> => ValueTuple.Create(At(branches, 0)),
        ValueTuple<NDArray, NDArray> => (At(branches, 0), At(branches, 1)),
        ValueTuple<NDArray, NDArray, NDArray> => (At(branches, 0), At(branches, 1), At(branches, 2)),
        ValueTuple<NDArray, NDArray, NDArray, NDArray> => (At(branches, 0), At(branches, 1), At(branches, 2), At(branches, 3)),
        ITuple => Create(like.GetType(), branches),
        Dictionary<string, NDArray> dictionary => Fill(new Dictionary<string, NDArray>(dictionary, dictionary.Comparer), branches),
        List<NDArray> => branches.Cast<NDArray>().ToList(),
        IDictionary dictionary => Fill((IDictionary)Create(dictionary.GetType(), []), Keys(dictionary), branches),
        IList list => Fill((IList)Create(list.GetType(), []), branches),
        _ => throw new ArgumentException($"A tree of type {like.GetType().Name} cannot be rebuilt; implement ITree<T>.", nameof(like)),
    };

    private static NDArray At(object?[] branches, int index) => (NDArray)branches[index]!;

    private static Array Fill(Array copy, object?[] branches)
    {
        for (int i = 0; i < branches.Length; i++)
            copy.SetValue(branches[i], i);
        return copy;
    }

    private static Dictionary<string, NDArray> Fill(Dictionary<string, NDArray> copy, object?[] branches)
    {
        string[] keys = Keys(copy);
        for (int i = 0; i < keys.Length; i++)
            copy[keys[i]] = At(branches, i);
        return copy;
    }

    private static IDictionary Fill(IDictionary empty, string[] keys, object?[] branches)
    {
        for (int i = 0; i < keys.Length; i++)
            empty[keys[i]] = branches[i];
        return empty;
    }

    private static IList Fill(IList empty, object?[] branches)
    {
        foreach (object? branch in branches)
            empty.Add(branch);
        return empty;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A container whose constructor was trimmed away is refused with advice; the common ones above need no reflection.")]
    private static object Create(Type type, object?[] arguments)
    {
        try
        {
            return Activator.CreateInstance(type, arguments)!;
        }
        catch (MissingMethodException missing)
        {
            throw new NotSupportedException($"A tree of type {type} cannot be made in this trimmed program; use arrays, tuples of arrays, Dictionary<string, NDArray>, or implement ITree<T>.", missing);
        }
    }
}
