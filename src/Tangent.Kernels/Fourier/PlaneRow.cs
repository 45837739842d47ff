using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A row of which real and imaginary parts lie apart, each with room for another vector before and behind it.</summary>
internal readonly unsafe struct PlaneRow<V>(float* real, float* imaginary) : IComplexRow<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>The numbers that two planes of <paramref name="length"/> take.</summary>
    public static long Size(long length) => 2 * Stride(length);

    /// <summary>The planes of a row in memory of <see cref="Size"/>.</summary>
    public static PlaneRow<V> In(float* memory, long length) => new(memory + V.Count, memory + V.Count + Stride(length));

    /// <summary>The real parts.</summary>
    public float* Real => real;

    /// <summary>The imaginary parts.</summary>
    public float* Imaginary => imaginary;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(long place, long count, out V re, out V im) => (re, im) = (V.Load(real + place), V.Load(imaginary + place));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(long place, long count, V re, V im)
    {
        if (count >= V.Count)
        {
            V.Store(re, real + place);
            V.Store(im, imaginary + place);
        }
        else
        {
            PartialVector<V>.Store(re, real + place, count);
            PartialVector<V>.Store(im, imaginary + place, count);
        }
    }

    /// <summary>Writes zeros from a place up to another.</summary>
    public void Clear(long start, long end)
    {
        new Span<float>(real + start, (int)(end - start)).Clear();
        new Span<float>(imaginary + start, (int)(end - start)).Clear();
    }

    private static long Stride(long length) => (length + 3 * V.Count - 1) / V.Count * V.Count;
}
