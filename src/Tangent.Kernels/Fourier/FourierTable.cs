namespace Tangent.Kernels;

/// <summary>Numbers that a transform reads over and over, aligned to 64 bytes. Keep the table alive while using <see cref="Pointer"/>.</summary>
internal sealed unsafe class FourierTable
{
    // Pinned, so that the address stays; read through the address alone.
    private readonly float[] values;

    /// <summary>A table of zeros.</summary>
    public FourierTable(long count)
    {
        values = GC.AllocateArray<float>(checked((int)(count + 16)), pinned: true);
        fixed (float* first = values)
            Pointer = (float*)(((nint)first + 63) & ~63);
    }

    /// <summary>The address of the first number.</summary>
    public float* Pointer { get; }

    /// <summary>exp(-2πi·numerator/denominator), computed in float64; the numerator may be large.</summary>
    public static (double Real, double Imaginary) Root(long numerator, long denominator)
    {
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * (numerator % denominator) / denominator);
        return (cosine, -sine);
    }
}
