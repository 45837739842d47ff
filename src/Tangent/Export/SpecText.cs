using System.Globalization;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Reads shapes and types as <see cref="ArraySpec"/> writes them: <c>float32[2,3]</c>.</summary>
internal static class SpecText
{
    private static readonly Dictionary<string, DType> Types = Enum.GetValues<DType>().ToDictionary(dtype => dtype.Name());

    /// <summary>The type of a name; null if there is none.</summary>
    public static DType? Type(string name) => Types.TryGetValue(name, out DType dtype) ? dtype : null;

    /// <summary>The shape and type of a text; null if it is none, or one that no array has.</summary>
    public static ArraySpec? Read(string text)
    {
        int bracket = text.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0 || text[^1] != ']' || Type(text[..bracket]) is not { } dtype)
            return null;
        string[] lengths = text.Length == bracket + 2 ? [] : text[(bracket + 1)..^1].Split(',');
        if (lengths.Length > FileShape.MostAxes)
            return null;
        int[] shape = new int[lengths.Length];
        for (int axis = 0; axis < shape.Length; axis++)
            if (!int.TryParse(lengths[axis], NumberStyles.None, CultureInfo.InvariantCulture, out shape[axis]))
                return null;
        var spec = new ArraySpec(new Shape(shape), dtype);
        return spec.Shape.TryCountBytes(dtype, out _) && spec.ToString() == text ? spec : null;
    }
}
