namespace Tangent;

/// <summary>The names that safetensors has for types of elements.</summary>
internal static class SafetensorsType
{
    // As the format's own library orders arrays, the most aligned first: so files have its bytes.
    private static readonly (string Name, DType DType)[] Types =
    [
        ("U64", DType.UInt64), ("I64", DType.Int64), ("F64", DType.Float64), ("C64", DType.Complex64),
        ("F32", DType.Float32), ("U32", DType.UInt32), ("I32", DType.Int32),
        ("BF16", DType.BFloat16), ("F16", DType.Float16), ("U16", DType.UInt16), ("I16", DType.Int16),
        ("I8", DType.Int8), ("U8", DType.UInt8), ("BOOL", DType.Bool),
    ];

    // Numbers of eight bits that no arithmetic here knows come as their bits, as with MLX.
    private static readonly string[] Bytes = ["F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"];

    /// <summary>The type of a name; null if there is none.</summary>
    public static DType? Of(string name)
    {
        foreach ((string known, DType dtype) in Types)
            if (known == name)
                return dtype;
        return Bytes.Contains(name) ? DType.UInt8 : null;
    }

    /// <summary>The name of a type.</summary>
    public static string Name(DType dtype) => Types[Order(dtype)].Name;

    /// <summary>The place of a type in a file.</summary>
    public static int Order(DType dtype) => Array.FindIndex(Types, type => type.DType == dtype);
}
