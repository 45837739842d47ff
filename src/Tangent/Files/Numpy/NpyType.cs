namespace Tangent;

/// <summary>What NumPy's description of a type of elements means.</summary>
/// <param name="DType">The type; null if no array has it.</param>
/// <param name="IsBigEndian">True if the high byte of each number comes first.</param>
/// <param name="Refusal">Why no array has it.</param>
internal readonly record struct NpyType(DType? DType, bool IsBigEndian, string Refusal)
{
    // MLX writes bfloat16, which NumPy does not know, as two bytes of anything.
    private static readonly Dictionary<string, DType> Known = new()
    {
        ["b1"] = Tangent.DType.Bool,
        ["u1"] = Tangent.DType.UInt8,
        ["u2"] = Tangent.DType.UInt16,
        ["u4"] = Tangent.DType.UInt32,
        ["u8"] = Tangent.DType.UInt64,
        ["i1"] = Tangent.DType.Int8,
        ["i2"] = Tangent.DType.Int16,
        ["i4"] = Tangent.DType.Int32,
        ["i8"] = Tangent.DType.Int64,
        ["f2"] = Tangent.DType.Float16,
        ["f4"] = Tangent.DType.Float32,
        ["f8"] = Tangent.DType.Float64,
        ["c8"] = Tangent.DType.Complex64,
        ["V2"] = Tangent.DType.BFloat16,
    };

    /// <summary>The type of a description such as <c>&lt;f4</c>.</summary>
    public static NpyType Of(string description)
    {
        string name = description is ['<' or '>' or '=' or '|', ..] ? description[1..] : description;
        bool isBigEndian = description is ['>', ..];
        return Known.TryGetValue(name, out DType dtype)
            ? new(dtype, isBigEndian, "")
            : new(null, isBigEndian, $"the elements are '{description}', {Reason(name)}");
    }

    /// <summary>The description of a type.</summary>
    public static string Name(DType dtype)
    {
        foreach ((string name, DType known) in Known)
            if (known == dtype)
                return (dtype.Size == 1 ? "|" : "<") + name;
        throw new ArgumentOutOfRangeException(nameof(dtype), dtype, null);
    }

    private static string Reason(string name) => name.Length == 0 ? "which means nothing" : name[0] switch
    {
        'O' => "objects of Python, which are pickled: reading them would run code, so nothing here does",
        'S' or 'a' or 'U' => "texts, which no array has",
        'M' or 'm' => "dates or times, which no array has; store them as int64",
        'c' => "complex numbers of another precision than complex64, which is the only one here; store them as that, or as two arrays",
        'f' => "floating point numbers of a precision that no array has; store them as f8",
        'V' => "bytes without a meaning, which no array has",
        _ => "which no array has",
    };
}
