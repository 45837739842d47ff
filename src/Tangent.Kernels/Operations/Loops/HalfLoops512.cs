using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Loops of <see cref="HalfLoops"/> that take two registers of 512 bits at a time.</summary>
internal static unsafe class HalfLoops512
{
    /// <summary>
    /// float16 to float32, one register to two: 32 elements a pass, nine operations for them. The method and the results are
    /// those of <see cref="HalfBits.FromFloat16"/>, bit for bit.
    /// </summary>
    public sealed class LoadFloat16 : ElementLoop
    {
        // Fields, since the compiler loads literals again in every pass.
        private readonly Vector512<short> highBits = Vector512.Create(unchecked((short)0x8FFF));
        private readonly Vector512<short> exponent = Vector512.Create((short)0x7C00);
        private readonly Vector512<float> bias = Vector512.Create((254u - 15) << 23).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
        {
            short* argument = (short*)x;
            float* result = (float*)destination;
            Vector512<short> highBits = this.highBits, exponent = this.exponent;
            Vector512<float> bias = this.bias;
            for (long i = 0; i < count; i += Vector512<short>.Count)
            {
                Vector512<short> bits = Vector512.Load(argument + i);
                // Sign, exponent and seven bits of the fraction, and the other three.
                Vector512<short> high = Vector512.ShiftRightArithmetic(bits, 3) & highBits, low = Vector512.ShiftLeft(bits, 13);
                Vector512<float> first = Words512.First(low, high).AsSingle() * bias, second = Words512.Second(low, high).AsSingle() * bias;
                if (Vector512.EqualsAny(bits & exponent, exponent))
                {
                    first = WithSpecial(first);
                    second = WithSpecial(second);
                }
                first.Store(result + i);
                second.Store(result + i + Vector512<float>.Count);
            }
        }

        // Beyond the largest number of float16 there are what its infinities and NaN became.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> WithSpecial(Vector512<float> x) => Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(Vector512.Abs(x), Vector512.Create(65536f)), x | Vector512.Create(float.PositiveInfinity), x);
    }

    /// <summary>
    /// float32 to float16, two registers to one: 32 elements a pass, 14 operations for them. The method and the results are
    /// those of <see cref="HalfBits.ToFloat16"/>, bit for bit.
    /// </summary>
    public sealed class StoreFloat16 : ElementLoop
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

    /// <summary>
    /// float32 to bfloat16, two registers to one: 32 elements a pass. The results are those of
    /// <see cref="HalfBits.ToBFloat16"/>, bit for bit.
    /// </summary>
    public sealed class StoreBFloat16 : ElementLoop
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
}
