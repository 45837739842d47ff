using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Turns the bits of elements into unsigned integers that have the order of the elements, and back.</summary>
/// <remarks>
/// Signed integers flip the sign bit. Floating numbers flip the sign bit, or all bits if negative; NaN of any sign becomes
/// the largest key, so it comes last. A complex number becomes the key of its real part followed by that of its imaginary
/// part, or the largest key if either is NaN.
/// </remarks>
internal readonly unsafe struct SortKeys<TBits>
    where TBits : unmanaged, IBinaryInteger<TBits>, IMinMaxValue<TBits>
{
    private readonly DType dtype;
    private readonly TBits infinity;

    /// <summary>Keys for elements of a type as wide as <typeparamref name="TBits"/>.</summary>
    public SortKeys(DType dtype)
    {
        this.dtype = dtype;
        infinity = TBits.CreateTruncating(dtype switch
        {
            DType.Float16 => 0x7C00,
            DType.BFloat16 => 0x7F80,
            DType.Float32 => 0x7F80_0000,
            DType.Float64 => 0x7FF0_0000_0000_0000,
            _ => 0L,
        });
    }

    private static TBits Sign => ~(TBits.MaxValue >>> 1);

    /// <summary>Replaces the bits of elements by keys.</summary>
    /// <param name="row">The elements.</param>
    /// <param name="mergeZeros">True to give the two zeros one key. Complex numbers always do.</param>
    public void Encode(Span<TBits> row, bool mergeZeros)
    {
        if (dtype.IsComplex)
            for (int i = 0; i < row.Length; i++)
                row[i] = TBits.CreateTruncating(OfComplex(ulong.CreateTruncating(row[i])));
        else if (dtype.IsFloating)
            for (int i = 0; i < row.Length; i++)
                row[i] = OfFloat(row[i], mergeZeros);
        else if (dtype.IsInteger && !dtype.IsUnsigned)
            for (int i = 0; i < row.Length; i++)
                row[i] ^= Sign;
    }

    /// <summary>Turns keys back into the bits of elements; NaN comes back as one NaN. Not for complex numbers.</summary>
    public void Decode(Span<TBits> row)
    {
        if (dtype.IsFloating)
            for (int i = 0; i < row.Length; i++)
                row[i] = (row[i] & Sign) != TBits.Zero ? row[i] & ~Sign : ~row[i];
        else if (dtype.IsInteger && !dtype.IsUnsigned)
            for (int i = 0; i < row.Length; i++)
                row[i] ^= Sign;
    }

    private TBits OfFloat(TBits bits, bool mergeZeros)
    {
        if ((bits & ~Sign) > infinity)
            return TBits.MaxValue;
        if ((bits & Sign) == TBits.Zero || (mergeZeros && bits == Sign))
            return bits | Sign;
        return ~bits;
    }

    private static ulong OfComplex(ulong bits)
    {
        var keys = new SortKeys<uint>(DType.Float32);
        uint real = keys.OfFloat((uint)bits, true), imaginary = keys.OfFloat((uint)(bits >> 32), true);
        return real == uint.MaxValue || imaginary == uint.MaxValue ? ulong.MaxValue : ((ulong)real << 32) | imaginary;
    }
}
