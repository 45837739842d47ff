using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Transforms of some lines at once, line = lane.</summary>
internal static unsafe class LaneFourier<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Numbers that the longer side of a transform takes; blocks a power of two apart would drive each other out of the cache.</summary>
    public static long Size(FourierKernel kernel) => 2L * (kernel.Length + 2) * V.Count;

    /// <summary>Transforms the lines that lie in <paramref name="x"/>, and returns where the results lie: in x, y or z.</summary>
    public static float* Run(FourierKernel kernel, float* x, float* y, float* z)
    {
        int length = kernel.Length;
        bool even = length % 2 == 0;
        float* result = kernel.Direction switch
        {
            FourierDirection.FromReal when even => FromEvenReal(length, x, y, z),
            FourierDirection.FromReal => LaneTransform<V>.Run(LanePlan.Of(length), FromReal(length, x, z), y, inverse: false),
            FourierDirection.ToReal when even => ToEvenReal(length, x, y, z),
            FourierDirection.ToReal => ToReal(length, LaneTransform<V>.Run(LanePlan.Of(length), Whole(length, x, z), y, inverse: true)),
            _ => LaneTransform<V>.Run(LanePlan.Of(length), x, y, kernel.Direction == FourierDirection.Inverse),
        };
        if (kernel.Scale != 1)
            Multiply(result, kernel.Direction switch
            {
                FourierDirection.ToReal => length,
                FourierDirection.FromReal => 2 * (length / 2 + 1),
                _ => 2 * length,
            }, (float)kernel.Scale);
        return result;
    }

    // Neighbours among real vectors are a complex one already.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* FromEvenReal(int length, float* x, float* y, float* z)
    {
        RealPlan plan = RealPlan.Of(length);
        int element = LaneElements<V>.Size, half = plan.Half;
        float* spectrum = LaneTransform<V>.Run(LanePlan.Of(half), x, y, inverse: false);
        V factor = V.Broadcast(0.5f);
        for (int k = 0; k <= half; k++)
        {
            float* here = spectrum + k % half * element, other = spectrum + (half - k) % half * element;
            V re = V.Load(here), im = V.Load(here + V.Count);
            RealSpectrum<V>.Unpack(
                ref re, ref im, V.Load(other), V.Load(other + V.Count), V.Broadcast(plan.Cosines[k]), V.Broadcast(plan.Sines[k]), factor);
            new LaneElements<V>(z, inverse: false).Store(k, re, im);
        }
        GC.KeepAlive(plan);
        return z;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* ToEvenReal(int length, float* x, float* y, float* z)
    {
        RealPlan plan = RealPlan.Of(length);
        int element = LaneElements<V>.Size, half = plan.Half;
        V.Store(V.Broadcast(0), x + V.Count);
        V.Store(V.Broadcast(0), x + half * element + V.Count);
        for (int k = 0; k < half; k++)
        {
            float* here = x + k * element, other = x + (half - k) * element;
            V re = V.Load(here), im = V.Load(here + V.Count);
            RealSpectrum<V>.Pack(ref re, ref im, V.Load(other), V.Load(other + V.Count), V.Broadcast(plan.Cosines[k]), V.Broadcast(plan.Sines[k]));
            new LaneElements<V>(z, inverse: false).Store(k, re, im);
        }
        GC.KeepAlive(plan);
        return LaneTransform<V>.Run(LanePlan.Of(half), z, y, inverse: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* FromReal(int length, float* x, float* z)
    {
        V zero = V.Broadcast(0);
        for (int k = 0; k < length; k++)
            new LaneElements<V>(z, inverse: false).Store(k, V.Load(x + k * V.Count), zero);
        return z;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* ToReal(int length, float* x)
    {
        for (int k = 1; k < length; k++)
            V.Store(V.Load(x + k * LaneElements<V>.Size), x + k * V.Count);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* Whole(int length, float* x, float* z)
    {
        int element = LaneElements<V>.Size;
        new LaneElements<V>(z, inverse: false).Store(0, V.Load(x), V.Broadcast(0));
        for (int k = 1; k <= length / 2; k++)
        {
            V re = V.Load(x + k * element), im = V.Load(x + k * element + V.Count);
            new LaneElements<V>(z, inverse: false).Store(k, re, im);
            new LaneElements<V>(z, inverse: false).Store(length - k, re, -im);
        }
        return z;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(float* x, int vectors, float scale)
    {
        V factor = V.Broadcast(scale);
        for (int i = 0; i < vectors; i++)
            V.Store(V.Load(x + i * V.Count) * factor, x + i * V.Count);
    }
}
