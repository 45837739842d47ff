using System.Numerics;
using Tangent.Kernels;

namespace Tangent;

/// <summary>What holds no arrays and cannot hold any.</summary>
internal static class StaticValues
{
    /// <summary>True for what is part of a tree's form wherever it stands: whole numbers, text, enumerations, settings of the library, functions.</summary>
    public static bool IsStatic(object value) => value is int or bool or string or Enum or Delegate
        or long or byte or sbyte or short or ushort or uint or ulong or nint or nuint or Int128 or UInt128 or BigInteger or char
        or Type or Shape or Axes or PerAxis or Index or Range or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan;

    /// <summary>True for numbers that an array could hold and a derivative could be taken in: one, or a .NET array of them.</summary>
    public static bool IsNumber(object value) => value is float or double or Half or BFloat16 or Complex or Complex64 or decimal
        || (value is Array && IsNumber(value.GetType().GetElementType()!));

    /// <summary>True for the type of such numbers.</summary>
    public static bool IsNumber(Type type) => NumberTypes.Of(type) is { IsInexact: true } || type == typeof(decimal) || type == typeof(Complex);
}
