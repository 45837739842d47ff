using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>Makes what visits a container that the generator did not see, where code can be made at run time.</summary>
[RequiresDynamicCode("Makes generic types of arguments that are known at run time only.")]
internal static class TreeTypesAtRunTime
{
    private static readonly Dictionary<Type, Func<Type[], Type>> Definitions = new()
    {
        [typeof(List<>)] = item => typeof(ListType<>).MakeGenericType(item),
        [typeof(ImmutableArray<>)] = item => typeof(ImmutableArrayType<>).MakeGenericType(item),
        [typeof(IReadOnlyList<>)] = item => typeof(ListInterfaceType<,>).MakeGenericType(typeof(IReadOnlyList<>).MakeGenericType(item), item[0]),
        [typeof(IList<>)] = item => typeof(ListInterfaceType<,>).MakeGenericType(typeof(IList<>).MakeGenericType(item), item[0]),
        [typeof(Dictionary<,>)] = pair => typeof(DictionaryType<>).MakeGenericType(pair[1]),
        [typeof(IReadOnlyDictionary<,>)] = pair => typeof(DictionaryInterfaceType<,>).MakeGenericType(typeof(IReadOnlyDictionary<,>).MakeGenericType(pair), pair[1]),
        [typeof(IDictionary<,>)] = pair => typeof(DictionaryInterfaceType<,>).MakeGenericType(typeof(IDictionary<,>).MakeGenericType(pair), pair[1]),
        [typeof(ValueTuple<>)] = items => typeof(ValueTupleType<>).MakeGenericType(items),
        [typeof(ValueTuple<,>)] = items => typeof(ValueTupleType<,>).MakeGenericType(items),
        [typeof(ValueTuple<,,>)] = items => typeof(ValueTupleType<,,>).MakeGenericType(items),
        [typeof(ValueTuple<,,,>)] = items => typeof(ValueTupleType<,,,>).MakeGenericType(items),
        [typeof(ValueTuple<,,,,>)] = items => typeof(ValueTupleType<,,,,>).MakeGenericType(items),
        [typeof(ValueTuple<,,,,,>)] = items => typeof(ValueTupleType<,,,,,>).MakeGenericType(items),
        [typeof(ValueTuple<,,,,,,>)] = items => typeof(ValueTupleType<,,,,,,>).MakeGenericType(items),
        [typeof(ValueTuple<,,,,,,,>)] = MoreThanSeven,
        [typeof(Tuple<>)] = items => typeof(TupleType<>).MakeGenericType(items),
        [typeof(Tuple<,>)] = items => typeof(TupleType<,>).MakeGenericType(items),
        [typeof(Tuple<,,>)] = items => typeof(TupleType<,,>).MakeGenericType(items),
        [typeof(Tuple<,,,>)] = items => typeof(TupleType<,,,>).MakeGenericType(items),
        [typeof(Tuple<,,,,>)] = items => typeof(TupleType<,,,,>).MakeGenericType(items),
        [typeof(Tuple<,,,,,>)] = items => typeof(TupleType<,,,,,>).MakeGenericType(items),
        [typeof(Tuple<,,,,,,>)] = items => typeof(TupleType<,,,,,,>).MakeGenericType(items),
    };

    /// <summary>What visits a type; null if it is no container.</summary>
    public static TreeType? Make(Type type) => Find(type) is { } made ? (TreeType)Create(made) : null;

    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The last argument is a tuple, which is a struct and has no constructor to keep.")]
    private static Type MoreThanSeven(Type[] items) => typeof(ValueTupleType<,,,,,,,>).MakeGenericType(items);

    private static Type? Find(Type type)
    {
        if (type.IsArray)
            return !type.IsSZArray || StaticValues.IsNumber(type.GetElementType()!) ? null : typeof(VectorType<>).MakeGenericType(type.GetElementType()!);
        if (!type.IsGenericType || !Definitions.TryGetValue(type.GetGenericTypeDefinition(), out Func<Type[], Type>? make))
            return null;
        Type[] arguments = type.GetGenericArguments();
        bool isByAnotherKey = arguments is [var key, _] && key != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
        return isByAnotherKey ? null : make(arguments);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "All are made by the code of TreeTypes too, which keeps their constructors.")]
    private static object Create(Type type) => Activator.CreateInstance(type)!;
}
