namespace Tangent.Tests.Golden.Running;

/// <summary>The .NET types of elements.</summary>
public static class ClrTypes
{
    private static readonly Dictionary<DType, Type> Types = new()
    {
        [DType.Bool] = typeof(bool),
        [DType.UInt8] = typeof(byte),
        [DType.UInt16] = typeof(ushort),
        [DType.UInt32] = typeof(uint),
        [DType.UInt64] = typeof(ulong),
        [DType.Int8] = typeof(sbyte),
        [DType.Int16] = typeof(short),
        [DType.Int32] = typeof(int),
        [DType.Int64] = typeof(long),
        [DType.Float16] = typeof(Half),
        [DType.BFloat16] = typeof(BFloat16),
        [DType.Float32] = typeof(float),
        [DType.Float64] = typeof(double),
        [DType.Complex64] = typeof(Complex64),
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Type> All => Types.Values;

    /// <summary>The .NET type of an element of <paramref name="dtype"/>.</summary>
    public static Type Of(DType dtype) => Types[dtype];
}
