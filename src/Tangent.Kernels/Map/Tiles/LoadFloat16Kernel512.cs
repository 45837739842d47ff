using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>
/// float16 to float32, one register to two: 32 elements a pass, nine operations for them. The method and the results are
/// those of <see cref="HalfBits.FromFloat16"/>, bit for bit.
/// </summary>
internal sealed unsafe class LoadFloat16Kernel512 : TileKernel
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
