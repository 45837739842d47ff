using System.Collections;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>What to write in place of an object that may hold arrays which nobody can see.</summary>
internal static class UnknownAdvice
{
    /// <summary>The end of a message about an object of this type.</summary>
    public static string For(Type type)
    {
        if (typeof(Task).IsAssignableFrom(type))
            return "is not there yet: transforms take functions that return their result, not a task";
        if (IsKnownContainer(type))
            return "no code was made for: reference the Tangent package's generator, which finds such types in the program, or write a [Tree] type";
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return "is no list of arrays: write a List, an array, or a Dictionary by string ([.. items], ToList, ToDictionary)";
        if (type.Name.Contains("AnonymousType", StringComparison.Ordinal))
            return "is no tree: write a tuple, or a record with [Tree]";
        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) is true)
            return "is no tree: write a tuple, a list, a dictionary by string, or a type with [Tree]";
        return $"may hold arrays that nobody sees: write [Tree] on a partial {(type.IsValueType ? "struct" : "type")} {type.Name}, or let the function capture it";
    }

    // Where code can be made at run time, these are never unknown.
    private static bool IsKnownContainer(Type type) =>
        type.IsSZArray || typeof(ITuple).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(List<>) || (definition == typeof(Dictionary<,>) && type.GetGenericArguments()[0] == typeof(string))));
}
