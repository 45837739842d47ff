using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// float32 to bfloat16, two registers to one: 32 elements a pass. The results are those of
/// <see cref="HalfBits.ToBFloat16"/>, bit for bit.
/// </summary>
internal sealed unsafe class StoreBFloat16Kernel512 : TileKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        float* argument = (float*)x;
        ushort* result = (ushort*)destination;
        for (long i = 0; i < count; i += Vector512<ushort>.Count)
            Round(Vector512.Load(argument + i), Vector512.Load(argument + i + Vector512<float>.Count)).Store(result + i);
    }

    // What is cut off, and one more if the kept part is odd, is more than half a unit where that must go up by one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Round(Vector512<float> x, Vector512<float> y)
    {
        Vector512<ushort> kept = Words512.High(x.AsUInt32(), y.AsUInt32());
        Vector512<ushort> cut = Avx512BW.AddSaturate(Words512.Low(x.AsUInt32(), y.AsUInt32()), kept & Vector512<ushort>.One);
        Vector512<ushort> up = Vector512.GreaterThan(cut, Vector512.Create((ushort)0x8000));
        Vector512<ushort> rounded = Vector512.ConditionalSelect(up, kept + Vector512<ushort>.One, kept);
        if (Words512.AnyNaN(x, y))
            rounded = Vector512.ConditionalSelect(Words512.IsNaN(x, y), kept | Vector512.Create((ushort)0x40), rounded);
        return rounded;
    }
}
