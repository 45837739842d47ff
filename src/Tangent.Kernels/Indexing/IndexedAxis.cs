using System.Numerics;

namespace Tangent.Kernels;

/// <summary>One axis that an array of indices addresses.</summary>
/// <param name="Index">The indices, dense and row-major; any integer type.</param>
/// <param name="Length">The length of the addressed axis.</param>
/// <param name="Slice">How many neighbours along it one index stands for.</param>
/// <param name="Stride">Elements between neighbours along it.</param>
internal readonly unsafe record struct IndexedAxis(BufferView Index, int Length, int Slice, long Stride)
{
    // Far below any offset, which may be negative where strides are, and stays so in sums with further offsets.
    private const long OutOfRange = long.MinValue / 2;

    /// <summary>True for the sum of offsets of which one was out of range.</summary>
    public static bool IsOutOfRange(long offset) => offset < OutOfRange / 2;

    /// <summary>
    /// Adds to offsets[k] what index start + k contributes. A negative index counts from the end. One that is still
    /// out of range is clamped, or else marks its offset: <see cref="IsOutOfRange"/>.
    /// </summary>
    public void AddTo(long start, Span<long> offsets, bool clamp)
    {
        byte* index = Index.Pointer + start * Index.DType.Size;
        switch (Index.DType)
        {
            case DType.UInt8: Add((byte*)index, offsets, clamp); break;
            case DType.UInt16: Add((ushort*)index, offsets, clamp); break;
            case DType.UInt32: Add((uint*)index, offsets, clamp); break;
            case DType.UInt64: Add((ulong*)index, offsets, clamp); break;
            case DType.Int8: Add((sbyte*)index, offsets, clamp); break;
            case DType.Int16: Add((short*)index, offsets, clamp); break;
            case DType.Int32: Add((int*)index, offsets, clamp); break;
            case DType.Int64: Add((long*)index, offsets, clamp); break;
            default: throw new ArgumentException($"Indices must be integers, not {Index.DType.Name()}.");
        }
        GC.KeepAlive(Index);
    }

    private void Add<T>(T* index, Span<long> offsets, bool clamp)
        where T : unmanaged, IBinaryInteger<T>
    {
        long length = Length, last = (long)Length - Slice;
        for (int k = 0; k < offsets.Length; k++)
        {
            long place = long.CreateSaturating(index[k]);
            if (place < 0)
                place += length;
            if ((ulong)place <= (ulong)last)
                offsets[k] += place * Stride;
            else if (clamp)
                offsets[k] += Math.Clamp(place, 0, last) * Stride;
            else
                offsets[k] = OutOfRange;
        }
    }
}
