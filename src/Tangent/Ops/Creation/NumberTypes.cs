using System.Numerics;
using Tangent.Kernels;

namespace Tangent;

/// <summary>The .NET types of numbers that arrays are made from.</summary>
internal static class NumberTypes
{
    private static readonly Dictionary<Type, DType> DTypes = new()
    {
        [typeof(bool)] = DType.Bool,
        [typeof(byte)] = DType.UInt8,
        [typeof(ushort)] = DType.UInt16,
        [typeof(uint)] = DType.UInt32,
        [typeof(ulong)] = DType.UInt64,
        [typeof(sbyte)] = DType.Int8,
        [typeof(short)] = DType.Int16,
        [typeof(int)] = DType.Int32,
        [typeof(long)] = DType.Int64,
        [typeof(Half)] = DType.Float16,
        [typeof(BFloat16)] = DType.BFloat16,
        [typeof(float)] = DType.Float32,
        [typeof(double)] = DType.Float64,
        [typeof(Complex64)] = DType.Complex64,
    };

    /// <summary>The element type of the same representation; null if there is none.</summary>
    public static DType? Of(Type? type) => type is not null && DTypes.TryGetValue(type, out DType dtype) ? dtype : null;

    /// <summary>The element type and the value of a number; null for anything else.</summary>
    public static (DType DType, Scalar Value)? Read(object? item) => item switch
    {
        bool value => (DType.Bool, Scalar.Of(value)),
        ulong value => (DType.UInt64, Scalar.Of(value)),
        byte or ushort or uint or sbyte or short or int or long =>
            (DTypes[item.GetType()], Scalar.Of(Convert.ToInt64(item, null))),
        Half value => (DType.Float16, Scalar.Of((double)value)),
        BFloat16 value => (DType.BFloat16, Scalar.Of((double)(float)value)),
        float or double => (DTypes[item.GetType()], Scalar.Of(Convert.ToDouble(item, null))),
        Complex value => (DType.Complex64, Scalar.Of(value)),
        Complex64 value => (DType.Complex64, Scalar.Of(new Complex(value.Real, value.Imaginary))),
        _ => null,
    };
}
