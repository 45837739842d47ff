namespace Tangent.Kernels;

/// <summary>The inputs of a program that are single elements, as bits of a word.</summary>
internal static class ScalarInputs
{
    /// <summary>Only inputs with an index below this can be single elements.</summary>
    public const int Most = 64;

    /// <summary>Whether a set of inputs holds one.</summary>
    public static bool Contains(ulong scalars, int input) => input < Most && (scalars >> input & 1) != 0;
}
