using System.Collections;
using System.Globalization;

namespace Tangent.Kernels;

/// <summary>Writes an operation with its parameters.</summary>
internal static class ParameterText
{
    /// <summary>The name, and in braces the parameters that say something.</summary>
    public static string Of(string name, Parameter[] parameters)
    {
        string[] texts = [.. parameters.Where(parameter => parameter.Value is not (null or false)).Select(parameter => $"{parameter.Name}: {Of(parameter.Value)}")];
        return texts.Length == 0 ? name : $"{name} {{ {string.Join(", ", texts)} }}";
    }

    private static string Of(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DType dtype => dtype.Name(),
        IEnumerable several => $"[{string.Join(",", several.Cast<object?>().Select(Of))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
