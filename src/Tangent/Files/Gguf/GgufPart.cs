namespace Tangent;

/// <summary>One of the arrays that an array of a gguf file becomes.</summary>
/// <param name="Suffix">What its name ends with; empty if it has that of the array.</param>
/// <param name="DType">The type of its elements.</param>
/// <param name="Shrink">How many elements of the array one of its elements stands for, along the last axis.</param>
/// <param name="Coding">How it is made.</param>
internal sealed record GgufPart(string Suffix, DType DType, int Shrink, RegionCoding Coding)
{
    private const string Weight = ".weight";

    /// <summary>Its name, as MLX gives it: <c>a.weight</c>, <c>a.scales</c>, <c>a.biases</c>.</summary>
    public string Name(string array) => Suffix.Length == 0 ? array
        : $"{(array.EndsWith(Weight, StringComparison.Ordinal) ? array[..^Weight.Length] : array)}.{Suffix}";
}
