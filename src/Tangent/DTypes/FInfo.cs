namespace Tangent;

/// <summary>The limits of a floating-point type.</summary>
[Mlx("core.finfo")]
public sealed record FInfo
{
    /// <summary>The limits of <paramref name="dtype"/>; for complex64 those of its parts.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point type.</exception>
    public FInfo(DType dtype)
    {
        DType = dtype is DType.Complex64 ? DType.Float32 : dtype;
        (Max, Eps, Tiny) = DType switch
        {
            DType.Float16 => ((double)Half.MaxValue, Math.ScaleB(1, -10), Math.ScaleB(1, -14)),
            DType.BFloat16 => (BFloat16.FromBits(0x7F7F), Math.ScaleB(1, -7), Math.ScaleB(1, -126)),
            DType.Float32 => (float.MaxValue, Math.ScaleB(1, -23), Math.ScaleB(1, -126)),
            DType.Float64 => (double.MaxValue, Math.ScaleB(1, -52), Math.ScaleB(1, -1022)),
            _ => throw new ArgumentException($"FInfo: {dtype.Name()} is not a floating-point type.", nameof(dtype)),
        };
    }

    /// <summary>The type described.</summary>
    public DType DType { get; }

    /// <summary>The lowest finite value.</summary>
    public double Min => -Max;

    /// <summary>The greatest finite value.</summary>
    public double Max { get; }

    /// <summary>The distance from 1 to the next greater value.</summary>
    public double Eps { get; }

    /// <summary>The smallest positive normal value.</summary>
    public double Tiny { get; }

    /// <summary>The smallest positive normal value, as <see cref="Tiny"/>.</summary>
    public double SmallestNormal => Tiny;

    /// <summary>The number of bits of a value.</summary>
    public int Bits => 8 * DType.Size;
}
