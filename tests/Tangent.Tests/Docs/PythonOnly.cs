namespace Tangent.Tests.Docs;

/// <summary>Names of MLX that have no counterpart because C# does without.</summary>
internal static class PythonOnly
{
    private const string Reflected = "the operator itself";
    private const string Compound = "the operator itself, in `x op= y`";
    private const string Protocol = "Python only";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["__array_namespace__"] = Protocol,
        ["__dlpack_device__"] = Protocol,
        ["__array__"] = Protocol,
        ["__module__"] = Protocol,
        ["__setstate__"] = Protocol,
        ["__copy__"] = "`y = x`: arrays are values",
        ["__deepcopy__"] = "`y = x`: arrays are values",
        ["__div__"] = Reflected,
    };

    private static readonly string[] Operators =
        ["add", "and", "div", "floordiv", "lshift", "matmul", "mod", "mul", "or", "pow", "rshift", "sub", "truediv", "xor"];

    /// <summary>Why, or null for a name that has or will have a counterpart.</summary>
    public static string? Reason(string name)
    {
        string special = name[(name.LastIndexOf('.') + 1)..];
        if (Reasons.TryGetValue(special, out string? reason))
            return reason;
        if (Array.Exists(Operators, op => special == $"__r{op}__"))
            return Reflected;
        return Array.Exists(Operators, op => special == $"__i{op}__") ? Compound : null;
    }
}
