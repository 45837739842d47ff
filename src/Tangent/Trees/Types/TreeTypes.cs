using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>
/// The containers that programs use as trees. The package's generator names here those that it finds in a program, so that the
/// code for them is there where none is made at run time (Native AOT); nobody else need call this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TreeTypes
{
    /// <summary>Lists, arrays and immutable arrays of <typeparamref name="T"/>.</summary>
    public static void List<T>()
    {
        Add(new ListType<T>());
        Add(new VectorType<T>());
        Add(new ImmutableArrayType<T>());
        Add(new ListInterfaceType<IReadOnlyList<T>, T>());
        Add(new ListInterfaceType<IList<T>, T>());
    }

    /// <summary>Dictionaries by string of <typeparamref name="T"/>.</summary>
    public static void Dictionary<T>()
    {
        Add(new DictionaryType<T>());
        Add(new DictionaryInterfaceType<IReadOnlyDictionary<string, T>, T>());
        Add(new DictionaryInterfaceType<IDictionary<string, T>, T>());
    }

    /// <summary>Tuples of these 1.</summary>
    public static void Tuple<T1>()
    {
        if (IsKnown<ValueTuple<T1>>())
            return;
        Add(new ValueTupleType<T1>());
        Add(new TupleType<T1>());
    }

    /// <summary>Tuples of these 2.</summary>
    public static void Tuple<T1, T2>()
    {
        if (IsKnown<ValueTuple<T1, T2>>())
            return;
        Add(new ValueTupleType<T1, T2>());
        Add(new TupleType<T1, T2>());
    }

    /// <summary>Tuples of these 3.</summary>
    public static void Tuple<T1, T2, T3>()
    {
        if (IsKnown<ValueTuple<T1, T2, T3>>())
            return;
        Add(new ValueTupleType<T1, T2, T3>());
        Add(new TupleType<T1, T2, T3>());
    }

    /// <summary>Tuples of these 4.</summary>
    public static void Tuple<T1, T2, T3, T4>()
    {
        if (IsKnown<ValueTuple<T1, T2, T3, T4>>())
            return;
        Add(new ValueTupleType<T1, T2, T3, T4>());
        Add(new TupleType<T1, T2, T3, T4>());
    }

    /// <summary>Tuples of these 5.</summary>
    public static void Tuple<T1, T2, T3, T4, T5>()
    {
        if (IsKnown<ValueTuple<T1, T2, T3, T4, T5>>())
            return;
        Add(new ValueTupleType<T1, T2, T3, T4, T5>());
        Add(new TupleType<T1, T2, T3, T4, T5>());
    }

    /// <summary>Tuples of these 6.</summary>
    public static void Tuple<T1, T2, T3, T4, T5, T6>()
    {
        if (IsKnown<ValueTuple<T1, T2, T3, T4, T5, T6>>())
            return;
        Add(new ValueTupleType<T1, T2, T3, T4, T5, T6>());
        Add(new TupleType<T1, T2, T3, T4, T5, T6>());
    }

    /// <summary>Tuples of these 7.</summary>
    public static void Tuple<T1, T2, T3, T4, T5, T6, T7>()
    {
        if (IsKnown<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>())
            return;
        Add(new ValueTupleType<T1, T2, T3, T4, T5, T6, T7>());
        Add(new TupleType<T1, T2, T3, T4, T5, T6, T7>());
    }

    /// <summary>Tuples of these and further ones.</summary>
    public static void Tuple<T1, T2, T3, T4, T5, T6, T7, TRest>() where TRest : struct => Add(new ValueTupleType<T1, T2, T3, T4, T5, T6, T7, TRest>());

    /// <summary>How places of a type are visited.</summary>
    internal static TreeType<T> Find<T>()
    {
        // Apart from the others, so that a function of one array loads none of them.
        if (typeof(T) == typeof(NDArray))
            return (TreeType<T>)(object)new ArrayType();
        return Known.Types.TryGetValue(typeof(T), out TreeType? known) ? (TreeType<T>)known
            : RuntimeFeature.IsDynamicCodeSupported && TreeTypesAtRunTime.Make(typeof(T)) is { } made ? (TreeType<T>)made
            : new AnyType<T>();
    }

    /// <summary>How objects of a type are visited; null for one that is no container.</summary>
    internal static TreeType? Find(Type type)
    {
        if (Known.Types.TryGetValue(type, out TreeType? known))
            return known;
        if (!RuntimeFeature.IsDynamicCodeSupported || TreeTypesAtRunTime.Make(type) is not { } made)
            return null;
        return Known.Types.GetOrAdd(type, made);
    }

    private static bool IsKnown<T>() => Known.Types.ContainsKey(typeof(T));

    private static void Add<T>(TreeType<T> type) => Known.Types[typeof(T)] = type;

    private static class Known
    {
        public static readonly ConcurrentDictionary<Type, TreeType> Types = new() { [typeof(NDArray)] = new ArrayType() };

        static Known()
        {
            Types[typeof(NDArray[])] = new VectorType<NDArray>();
            Types[typeof(List<NDArray>)] = new ListType<NDArray>();
            Types[typeof(Dictionary<string, NDArray>)] = new DictionaryType<NDArray>();
            Types[typeof((NDArray, NDArray))] = new ValueTupleType<NDArray, NDArray>();
            Types[typeof((NDArray, NDArray, NDArray))] = new ValueTupleType<NDArray, NDArray, NDArray>();
            // What Trees.Unflatten makes.
            Types[typeof(List<object>)] = new ListType<object>();
            Types[typeof(Dictionary<string, object>)] = new DictionaryType<object>();
        }
    }
}
