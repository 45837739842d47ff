using System.Globalization;
using System.Numerics;
using Tangent.Kernels;

namespace Tangent;

/// <summary>A C# literal: a value that takes the type of the array it meets.</summary>
/// <remarks>A class, because every handle on an array has room for one, and few have one.</remarks>
internal sealed class Scalar
{
    private readonly Complex number;

    private Scalar(DType kind, Complex number, Int128 integer, Node? source = null, LiteralRequirements? requirements = null)
    {
        Source = source;
        Requirements = requirements;
        Kind = kind;
        this.number = number;
        Integer = integer;
    }

    /// <summary>The type that the literal has by itself: bool, int32 (int64 where it does not fit), float32 or complex64.</summary>
    public DType Kind { get; }

    /// <summary>Inside a transform, the node whose exact number stands for that of a literal; null for a literal whose number is known.</summary>
    public Node? Source { get; }

    /// <summary>Inside a compiled function, where it says what the number must be at each call; null elsewhere.</summary>
    public LiteralRequirements? Requirements { get; }

    /// <summary>The value of bool and of integers whose number is known.</summary>
    public Int128 Integer { get; }

    /// <summary>The value of a floating literal that is an integer; null for any other literal.</summary>
    public long? Whole => Source is null && Kind.IsFloating && number.Real == Math.Truncate(number.Real) && Math.Abs(number.Real) < 1L << 62 ? (long)number.Real : null;

    public static Scalar Of(LiteralKind kind, Node source) => new(kind.DType, 0, 0, source, kind.Requirements);

    public static Scalar Of(bool value) => new(DType.Bool, value ? 1 : 0, value ? 1 : 0);

    public static Scalar Of(long value) => Of(value, value is >= int.MinValue and <= int.MaxValue ? DType.Int32 : DType.Int64);

    public static Scalar Of(ulong value) => value <= long.MaxValue ? Of((long)value) : new(DType.UInt64, value, value);

    public static Scalar Of(double value) => new(DType.Float32, value, 0);

    public static Scalar Of(Complex value) => new(DType.Complex64, value, 0);

    /// <summary>An integer of a kind.</summary>
    public static Scalar Of(Int128 value, DType kind) => new(kind, (double)value, value);

    /// <summary>False if the literal is an integer and <paramref name="dtype"/> an integer type that does not hold all of its kind.</summary>
    public bool IsOfKindWithin(DType dtype) => !Kind.IsInteger || !dtype.IsInteger || dtype == Kind
        || (dtype.Size > Kind.Size && (Kind.IsUnsigned || !dtype.IsUnsigned));

    /// <summary>
    /// Checks the number: at once where it is known or can be read, at each call of the compiled function whose literal argument it is
    /// or comes from.
    /// </summary>
    public void Require(Action<Scalar> check)
    {
        if (Source is null)
            check(this);
        else if (Requirements is not null)
            Requirements.Add(Source, check);
        else if (!Source.DependsOnPlaceholder)
            check(Literals.Read(Source.Handle()));
    }

    /// <summary>True if the literal is an integer and <paramref name="dtype"/> an integer type that does not hold it.</summary>
    public bool IsOutOf(DType dtype) => Beyond(dtype) != 0;

    /// <summary>-1 for an integer below all that an integer type holds, 1 for one above, else 0; as every other literal in any type, and one whose number is not known.</summary>
    public int Beyond(DType dtype)
    {
        if (!Kind.IsInteger || !dtype.IsInteger || Source is not null)
            return 0;
        Int128 most = (Int128.One << ((8 * dtype.Size) - (dtype.IsUnsigned ? 0 : 1))) - 1;
        return Integer > most ? 1 : Integer < (dtype.IsUnsigned ? 0 : ~most) ? -1 : 0;
    }

    /// <summary>The nearest integer that an integer type holds, of one that it does not.</summary>
    public Scalar Within(DType dtype)
    {
        var limits = new IInfo(dtype);
        return Of(Beyond(dtype) > 0 ? limits.Max : limits.Min, dtype);
    }

    /// <summary>The same value as a literal of another kind that holds it.</summary>
    public Scalar As(DType kind) => Kind == kind ? this : new(kind, number, Integer, Source, Requirements);

    /// <summary>
    /// The value's representation as an element of <paramref name="dtype"/>, in the low bytes: what a conversion of an array gives.
    /// Integers wrap around; floating values are cut off towards zero, those out of range become the nearest one and NaN becomes 0.
    /// </summary>
    public ulong Bits(DType dtype) => dtype switch
    {
        DType.Bool => number != Complex.Zero ? 1UL : 0UL,
        DType.Float16 => BitConverter.HalfToUInt16Bits((Half)number.Real),
        DType.BFloat16 => ((BFloat16)(Kind.IsInexact ? OddRounding.ToSingle(number.Real) : BeforeRounding())).ToBits(),
        DType.Float32 => BitConverter.SingleToUInt32Bits(Single()),
        DType.Float64 => BitConverter.DoubleToUInt64Bits(number.Real),
        DType.Complex64 => BitConverter.SingleToUInt32Bits(Single()) | ((ulong)BitConverter.SingleToUInt32Bits((float)number.Imaginary) << 32),
        _ => (ulong.MaxValue >> (64 - (8 * dtype.Size))) & (Kind.IsInexact ? Saturated(dtype) : ulong.CreateTruncating(Integer)),
    };

    /// <summary>As in C#; the type alone where the number is not known.</summary>
    public override string ToString() => Kind switch
    {
        _ when Source is not null => Kind.Name(),
        DType.Bool => number != Complex.Zero ? "true" : "false",
        DType.Complex64 => number.ToString(CultureInfo.InvariantCulture),
        _ => Kind.IsInteger ? Integer.ToString(CultureInfo.InvariantCulture) : number.Real.ToString("R", CultureInfo.InvariantCulture),
    };

    // An integer beyond 2^53 is rounded once.
    private float Single() => Kind switch
    {
        DType.UInt64 => (ulong)Integer,
        _ => Kind.IsInexact ? (float)number.Real : (long)Integer,
    };

    private float BeforeRounding() => Kind == DType.UInt64 ? OddRounding.ToSingle((ulong)Integer) : OddRounding.ToSingle((long)Integer);

    private ulong Saturated(DType dtype) => dtype switch
    {
        DType.UInt8 => byte.CreateSaturating(number.Real),
        DType.UInt16 => ushort.CreateSaturating(number.Real),
        DType.UInt32 => uint.CreateSaturating(number.Real),
        DType.UInt64 => ulong.CreateSaturating(number.Real),
        DType.Int8 => unchecked((ulong)sbyte.CreateSaturating(number.Real)),
        DType.Int16 => unchecked((ulong)short.CreateSaturating(number.Real)),
        DType.Int32 => unchecked((ulong)int.CreateSaturating(number.Real)),
        _ => unchecked((ulong)long.CreateSaturating(number.Real)),
    };
}
