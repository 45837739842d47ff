using System.Numerics;

namespace Tangent.Kernels;

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
