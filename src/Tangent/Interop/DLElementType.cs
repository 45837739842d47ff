using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>A type of elements as DLPack describes it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DLElementType(byte Code, byte Bits, ushort Lanes)
{
    private const byte Int = 0, UInt = 1, Float = 2, BFloat = 4, Complex = 5, Bool = 6;

    private static readonly string[] Kinds = ["int", "uint", "float", "opaque", "bfloat", "complex", "bool"];

    /// <summary>The description of an element type.</summary>
    public static DLElementType Of(DType dtype)
    {
        byte code = dtype switch
        {
            DType.Bool => Bool,
            DType.BFloat16 => BFloat,
            DType.Complex64 => Complex,
            _ => dtype.IsFloating ? Float : dtype is DType.Int8 or DType.Int16 or DType.Int32 or DType.Int64 ? Int : UInt,
        };
        return new(code, (byte)(8 * dtype.Size), 1);
    }

    /// <summary>The element type, or null if there is none.</summary>
    public DType? ToDType()
    {
        foreach (DType dtype in Enum.GetValues<DType>())
            if (Of(dtype) == this)
                return dtype;
        return null;
    }

    /// <summary>As <c>float32</c>, or <c>float32 × 4</c>.</summary>
    public override string ToString()
    {
        string kind = Code < Kinds.Length ? Kinds[Code] : FormattableString.Invariant($"code {Code} of bits ");
        return FormattableString.Invariant($"{kind}{Bits}{(Lanes == 1 ? "" : $" × {Lanes}")}");
    }
}
