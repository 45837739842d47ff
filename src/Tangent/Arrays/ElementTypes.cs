namespace Tangent;

/// <summary>Which .NET type holds an element.</summary>
internal static class ElementTypes
{
    /// <summary>True if <typeparamref name="T"/> is the .NET type of <paramref name="dtype"/>.</summary>
    public static bool Matches<T>(DType dtype) => Of<T>() == dtype;

    /// <summary>The element type that <typeparamref name="T"/> holds; an error that names the function if none.</summary>
    public static DType Require<T>(string function) =>
        Of<T>() ?? throw new ArgumentException($"{function}: {typeof(T).Name} is no element type.");

    /// <summary>The element type that <typeparamref name="T"/> holds; null if none.</summary>
    public static DType? Of<T>()
    {
        if (typeof(T) == typeof(float)) return DType.Float32;
        if (typeof(T) == typeof(double)) return DType.Float64;
        if (typeof(T) == typeof(int)) return DType.Int32;
        if (typeof(T) == typeof(long)) return DType.Int64;
        if (typeof(T) == typeof(bool)) return DType.Bool;
        if (typeof(T) == typeof(byte)) return DType.UInt8;
        if (typeof(T) == typeof(ushort)) return DType.UInt16;
        if (typeof(T) == typeof(uint)) return DType.UInt32;
        if (typeof(T) == typeof(ulong)) return DType.UInt64;
        if (typeof(T) == typeof(sbyte)) return DType.Int8;
        if (typeof(T) == typeof(short)) return DType.Int16;
        if (typeof(T) == typeof(Half)) return DType.Float16;
        if (typeof(T) == typeof(BFloat16)) return DType.BFloat16;
        if (typeof(T) == typeof(Complex64)) return DType.Complex64;
        return null;
    }
}
