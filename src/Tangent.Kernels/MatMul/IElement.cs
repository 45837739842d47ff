using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>How an element in memory becomes the number that is computed with, and back.</summary>
internal unsafe interface IElement<TStored, T>
    where TStored : unmanaged
    where T : unmanaged
{
    static abstract T Widen(TStored x);
    static abstract void Widen(TStored* source, T* destination, int count);
    static abstract void Narrow(T* source, TStored* destination, int count);
}

/// <summary>Elements that are computed with as they are stored.</summary>
internal readonly unsafe struct SameElement<T> : IElement<T, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Widen(T x) => x;

    public static void Widen(T* source, T* destination, int count) =>
        new ReadOnlySpan<T>(source, count).CopyTo(new Span<T>(destination, count));

    public static void Narrow(T* source, T* destination, int count) => Widen(source, destination, count);
}

/// <summary>float16, computed in float32.</summary>
internal readonly unsafe struct HalfElement : IElement<Half, float>
{
    public static float Widen(Half x) => (float)x;

    public static void Widen(Half* source, float* destination, int count) =>
        TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>(source, count), new Span<float>(destination, count));

    public static void Narrow(float* source, Half* destination, int count) =>
        TensorPrimitives.ConvertToHalf(new ReadOnlySpan<float>(source, count), new Span<Half>(destination, count));
}

/// <summary>bfloat16, computed in float32.</summary>
internal readonly unsafe struct BFloat16Element : IElement<BFloat16, float>
{
    public static float Widen(BFloat16 x) => x;

    // A bfloat16 is the upper half of a float32: widen the bits and shift. The rest after the last full vector goes
    // one by one.
    public static void Widen(BFloat16* source, float* destination, int count)
    {
        int i = 0;
        for (; i <= count - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector.Widen(Vector.Load((ushort*)source + i), out Vector<uint> low, out Vector<uint> high);
            (low << 16).Store((uint*)destination + i);
            (high << 16).Store((uint*)destination + i + Vector<uint>.Count);
        }
        for (; i < count; i++)
            destination[i] = source[i];
    }

    public static void Narrow(float* source, BFloat16* destination, int count)
    {
        int i = 0;
        for (; i <= count - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector<uint> low = UpperHalf(Vector.Load(source + i));
            Vector<uint> high = UpperHalf(Vector.Load(source + i + Vector<float>.Count));
            Vector.Narrow(low, high).Store((ushort*)destination + i);
        }
        for (; i < count; i++)
            destination[i] = (BFloat16)source[i];
    }

    // To nearest, ties to even: add half a unit less one, and one more if the kept part is odd. NaN is made quiet
    // instead, lest the carry turn it into infinity or zero.
    private static Vector<uint> UpperHalf(Vector<float> x)
    {
        Vector<uint> bits = x.As<float, uint>();
        Vector<uint> upper = bits >>> 16;
        Vector<uint> rounded = (bits + new Vector<uint>(0x7FFF) + (upper & Vector<uint>.One)) >>> 16;
        Vector<uint> isNumber = Vector.Equals(x, x).As<int, uint>();
        return Vector.ConditionalSelect(isNumber, rounded, upper | new Vector<uint>(0x40));
    }
}
