namespace Tangent;

/// <summary>Which arguments a gradient is taken in.</summary>
internal static class Argnums
{
    /// <summary>The numbers of all arguments.</summary>
    public static int[] All(int count) => Axes.All(count);

    /// <summary>The arguments counted from the front; the first one where none is named.</summary>
    public static int[] Normalize(string function, int[] argnums, NDArray[] arguments)
    {
        Operands.Require(arguments);
        int count = arguments.Length;
        int[] chosen = argnums.Length == 0 ? [0] : [.. argnums];
        for (int i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] < -count || chosen[i] >= count)
                throw new ArgumentOutOfRangeException(nameof(argnums), chosen[i], $"{function}: argnum {chosen[i]} is out of range for {count} arguments.");
            chosen[i] = chosen[i] < 0 ? chosen[i] + count : chosen[i];
        }
        if (Array.Exists(All(chosen.Length), i => Array.IndexOf(chosen, chosen[i]) != i))
            throw new ArgumentException($"{function}: argnums {string.Join(',', argnums)} name an argument twice.", nameof(argnums));
        return chosen;
    }
}
