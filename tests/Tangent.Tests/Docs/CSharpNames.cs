namespace Tangent.Tests.Docs;

/// <summary>Members as they are written in a program.</summary>
internal static class CSharpNames
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "x + y",
        ["op_Subtraction"] = "x - y",
        ["op_Multiply"] = "x * y",
        ["op_Division"] = "x / y",
        ["op_Modulus"] = "x % y",
        ["op_BitwiseAnd"] = "x & y",
        ["op_BitwiseOr"] = "x \\| y",
        ["op_ExclusiveOr"] = "x ^ y",
        ["op_LeftShift"] = "x << y",
        ["op_RightShift"] = "x >> y",
        ["op_UnaryNegation"] = "-x",
        ["op_OnesComplement"] = "~x",
        ["op_Equality"] = "x == y",
        ["op_Inequality"] = "x != y",
        ["op_LessThan"] = "x < y",
        ["op_LessThanOrEqual"] = "x <= y",
        ["op_GreaterThan"] = "x > y",
        ["op_GreaterThanOrEqual"] = "x >= y",
        ["op_Explicit"] = "(T)x",
        ["Part"] = "x[…]",
        ["GetEnumerator"] = "foreach",
    };

    /// <summary>A member of an array as called on an x, an operator as its sign, other names as they are.</summary>
    public static string Of(string member)
    {
        string name = member[(member.LastIndexOf('.') + 1)..];
        if (Operators.TryGetValue(name, out string? written))
            return written;
        return member.StartsWith("NDArray.", StringComparison.Ordinal) ? $"x.{name}" : member.Replace("ArrayPart.", "x.At[…].", StringComparison.Ordinal);
    }
}
