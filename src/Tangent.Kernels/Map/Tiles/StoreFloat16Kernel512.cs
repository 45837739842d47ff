using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// float32 to float16, two registers to one: 32 elements a pass, 14 operations for them. The method and the results are
/// those of <see cref="HalfBits.ToFloat16"/>, bit for bit.
/// </summary>
internal sealed unsafe class StoreFloat16Kernel512 : TileKernel
{
    // The smaller or larger magnitude of two, with the sign of the first.
    private const byte SmallerMagnitude = 0b0010, LargerMagnitude = 0b0011;

    // Ternary functions of bits, as tables of the eight cases: (x & y) | z, and x | (y & z).
    private const byte AndOr = 0b1110_1010, OrAnd = 0b1111_1000;

    // Fields, since the compiler loads literals again in every pass: as many loads as a pass has arithmetic.
    private readonly Vector512<float> limit = Vector512.Create(65536f);
    private readonly Vector512<uint> exponent = Vector512.Create(0xFF80_0000);
    // What the unscaled power has too little in its exponent, modulo 2¹⁶.
    private readonly Vector512<uint> bias = Vector512.Create(0x3C00u);
    private readonly Vector512<float> smallest = Vector512.Create(113u << 23 | 0x3C00).AsSingle();
    private readonly Vector512<float> scale = Vector512.Create(8192f);
    private readonly Vector512<uint> signs = Vector512.Create(0x8000_8000);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        float* argument = (float*)x;
        ushort* result = (ushort*)destination;
        Vector512<float> limit = this.limit, smallest = this.smallest, scale = this.scale;
        Vector512<uint> exponent = this.exponent, bias = this.bias, signs = this.signs;
        for (long i = 0; i < count; i += Vector512<ushort>.Count)
        {
            Vector512<float> low = Vector512.Load(argument + i), high = Vector512.Load(argument + i + Vector512<float>.Count);
            Vector512<float> lowClamped = Avx512DQ.Range(low, limit, SmallerMagnitude);
            Vector512<float> highClamped = Avx512DQ.Range(high, limit, SmallerMagnitude);
            Vector512<float> lowPower = Power(lowClamped, exponent, bias, smallest);
            Vector512<float> highPower = Power(highClamped, exponent, bias, smallest);
            Vector512<ushort> exponents = Words512.High(lowPower.AsUInt32(), highPower.AsUInt32());
            Vector512<ushort> fractions = Words512.Low(
                Avx512F.FusedMultiplyAdd(lowPower, scale, lowClamped).AsUInt32(),
                Avx512F.FusedMultiplyAdd(highPower, scale, highClamped).AsUInt32());
            Vector512<uint> magnitude = (fractions + Vector512.ShiftLeft(exponents, 3)).AsUInt32();
            Vector512<ushort> rounded = Avx512F.TernaryLogic(magnitude, exponents.AsUInt32(), signs, OrAnd).AsUInt16();
            if (Words512.AnyNaN(low, high))
                rounded = WithNaN(rounded, low, high);
            rounded.Store(result + i);
        }
    }

    // With the sign of x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Power(Vector512<float> x, Vector512<uint> exponent, Vector512<uint> bias, Vector512<float> smallest) =>
        Avx512DQ.Range(Avx512F.TernaryLogic(x.AsUInt32(), exponent, bias, AndOr).AsSingle(), smallest, LargerMagnitude);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> WithNaN(Vector512<ushort> rounded, Vector512<float> x, Vector512<float> y)
    {
        Vector512<ushort> sign = Words512.High(x.AsUInt32(), y.AsUInt32()) & Vector512.Create((ushort)0x8000);
        return Vector512.ConditionalSelect(Words512.IsNaN(x, y), sign | Vector512.Create((ushort)0x7E00), rounded);
    }
}
