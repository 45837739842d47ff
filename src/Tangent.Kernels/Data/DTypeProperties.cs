namespace Tangent;

/// <summary>Facts about element types.</summary>
public static class DTypeProperties
{
    // By type, in the order of the enumeration: every operation asks several times.
    private static ReadOnlySpan<byte> Sizes => [1, 1, 2, 4, 8, 1, 2, 4, 8, 2, 2, 4, 8, 8];

    extension(DType dtype)
    {
        /// <summary>Bytes per element.</summary>
        public int Size => Sizes[(int)dtype];

        /// <summary>True for float16, bfloat16, float32 and float64.</summary>
        public bool IsFloating => dtype is DType.Float16 or DType.BFloat16 or DType.Float32 or DType.Float64;

        /// <summary>True for the complex type.</summary>
        public bool IsComplex => dtype is DType.Complex64;

        /// <summary>True for floating and complex types: those that carry derivatives.</summary>
        public bool IsInexact => dtype >= DType.Float16;

        /// <summary>True for signed and unsigned integers; bool is none.</summary>
        public bool IsInteger => dtype is >= DType.UInt8 and <= DType.Int64;

        /// <summary>True for unsigned integers; bool is none.</summary>
        public bool IsUnsigned => dtype is >= DType.UInt8 and <= DType.UInt64;

        /// <summary>True for the two 16-bit floating types, which compute in float32.</summary>
        public bool IsHalf => dtype is DType.Float16 or DType.BFloat16;
    }

    /// <summary>The name in lower case, as it is printed: <c>float32</c>.</summary>
    public static string Name(this DType dtype) => dtype switch
    {
        DType.Bool => "bool",
        DType.UInt8 => "uint8",
        DType.UInt16 => "uint16",
        DType.UInt32 => "uint32",
        DType.UInt64 => "uint64",
        DType.Int8 => "int8",
        DType.Int16 => "int16",
        DType.Int32 => "int32",
        DType.Int64 => "int64",
        DType.Float16 => "float16",
        DType.BFloat16 => "bfloat16",
        DType.Float32 => "float32",
        DType.Float64 => "float64",
        DType.Complex64 => "complex64",
        _ => throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "Not an element type."),
    };
}
