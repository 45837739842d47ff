using System.Text;

namespace Tangent.Generators;

/// <summary>Names of members as they stand in paths and files.</summary>
internal static class SnakeCase
{
    /// <summary><c>QueryProj</c> becomes <c>query_proj</c>, <c>RMSNorm</c> becomes <c>rms_norm</c>, <c>_w1</c> becomes <c>w1</c>.</summary>
    public static string Of(string name)
    {
        name = name.TrimStart('_');
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool afterLower = i > 0 && char.IsLower(name[i - 1]);
            bool endsUpper = i > 0 && char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1]);
            if (char.IsUpper(name[i]) && (afterLower || endsUpper))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
