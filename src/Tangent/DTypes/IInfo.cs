namespace Tangent;

/// <summary>The limits of an integer type.</summary>
[Mlx("core.iinfo")]
public sealed record IInfo
{
    /// <summary>The limits of <paramref name="dtype"/>.</summary>
    /// <exception cref="ArgumentException">The type is not an integer type.</exception>
    public IInfo(DType dtype)
    {
        if (!dtype.IsInteger)
            throw new ArgumentException($"IInfo: {dtype.Name()} is not an integer type.", nameof(dtype));
        DType = dtype;
        int bits = 8 * dtype.Size;
        Max = ulong.MaxValue >> (dtype.IsUnsigned ? 64 - bits : 65 - bits);
        Min = dtype.IsUnsigned ? 0 : -(long)Max - 1;
    }

    /// <summary>The type described.</summary>
    public DType DType { get; }

    /// <summary>The number of bits of a value.</summary>
    public int Bits => 8 * DType.Size;

    /// <summary>The lowest value.</summary>
    public long Min { get; }

    /// <summary>The greatest value.</summary>
    public ulong Max { get; }
}
