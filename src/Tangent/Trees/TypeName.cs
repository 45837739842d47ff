namespace Tangent;

/// <summary>Types as C# writes them, for messages.</summary>
internal static class TypeName
{
    /// <summary>The name of a type with its arguments, without namespaces.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (!type.IsGenericType)
            return type.Name;
        string arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        if (type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
            return $"({arguments})";
        string name = type.Name;
        return $"{(name.Contains('`', StringComparison.Ordinal) ? name[..name.IndexOf('`', StringComparison.Ordinal)] : name)}<{arguments}>";
    }
}
