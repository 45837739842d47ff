using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Map;

public sealed class CastTests
{
    private static readonly double[] Values =
    [
        0, 1, -1, 0.5, -0.5, 1.9, -1.9, 100, 127, 128, 200, 255, 256, 300, -129, 32768, 65536, 70000, 1e6, 16777217, 2147483647,
        2147483648, 4294967295, 4294967296, 1e10, -1e10, 9.2e18, 1.8e19, 1e25, -1e25, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity,
    ];

    [Theory]
    [InlineData(DType.Float64)]
    [InlineData(DType.Float32)]
    public void Floating_to_integers_is_cut_off_and_saturates(DType from)
    {
        double[] x = from == DType.Float32 ? [.. Values.Select(value => (double)(float)value)] : Values;
        CheckAll<sbyte>(from, x, value => (sbyte)Math.Clamp(Saturated(value), sbyte.MinValue, sbyte.MaxValue));
        CheckAll<byte>(from, x, value => (byte)Math.Clamp(Saturated(value), 0, byte.MaxValue));
        CheckAll<short>(from, x, value => (short)Math.Clamp(Saturated(value), short.MinValue, short.MaxValue));
        CheckAll<ushort>(from, x, value => (ushort)Math.Clamp(Saturated(value), 0, ushort.MaxValue));
        CheckAll<int>(from, x, Saturated);
        CheckAll<uint>(from, x, value => double.IsNaN(value) ? 0 : (uint)Math.Clamp(Math.Truncate(value), 0, uint.MaxValue));
        CheckAll<long>(from, x, value => value >= 9.223372036854775807e18 ? long.MaxValue : double.IsNaN(value) ? 0 : (long)Math.Max(value, -9.223372036854775808e18));
        CheckAll<ulong>(from, x, value => value >= 18446744073709551615d ? ulong.MaxValue : !(value > 0) ? 0 : (ulong)value);
        CheckAll<bool>(from, x, value => value != 0);
    }

    [Fact]
    public void Between_floating_types_is_rounded_to_nearest()
    {
        CheckAll<float>(DType.Float64, Values, value => (float)value);
        CheckAll<double>(DType.Float32, Values, value => (float)value);
        CheckAll<Half>(DType.Float32, Values, value => (Half)(float)value);
        CheckAll<BFloat16>(DType.Float32, Values, value => (BFloat16)(float)value);
        CheckAll<Half>(DType.BFloat16, Values, value => (Half)(float)(BFloat16)(float)value);
        CheckAll<BFloat16>(DType.Float16, Values, value => (BFloat16)(float)(Half)(float)value);
    }

    // Numbers whose nearest float32 is a tie that the number itself is not, on either side; 2049 and 4097 are the first such for
    // float16, 257 is the first for bfloat16.
    [Fact]
    public void To_a_half_type_rounds_once()
    {
        double[] ties = [2049, 2051, 4098, 257, 259, 65520, Math.ScaleB(1, -25), 3 * Math.ScaleB(1, -25), 16908288, 1.00390625, 3.3961775292304957e38];
        double[] x = [.. ties.SelectMany(tie => new[] { tie, tie * (1 + Math.ScaleB(1, -40)), tie * (1 - Math.ScaleB(1, -40)), -tie * (1 + Math.ScaleB(1, -40)), -tie * (1 - Math.ScaleB(1, -40)) }), .. Values];
        CheckAll<Half>(DType.Float64, x, value => (Half)value);
        CheckAll<BFloat16>(DType.Float64, x, Nearest);
        long[] whole = [.. from bits in Enumerable.Range(8, 55) from change in new[] { -1, 0, 1 } from sign in new[] { -1, 1 } select sign * ((257L << (bits - 8)) + change)];
        CheckWhole(whole, value => value);
        CheckWhole<int>([.. whole.Where(value => value == (int)value).Select(value => (int)value)], value => value);
        CheckWhole<uint>([.. whole.Where(value => value == (uint)value).Select(value => (uint)value)], value => value);
        CheckWhole<ulong>([.. whole.Where(value => value > 0).Select(value => (ulong)value), ulong.MaxValue], value => value);
    }

    private static void CheckWhole<T>(T[] x, Func<T, BigInteger> exact) where T : unmanaged
    {
        BufferView view = Views.Of(x, x.Length);
        Check(view, x.Select(value => Nearest(exact(value))));
        Check(view, x.Select(value => (Half)(double)exact(value)));
    }

    // The bfloat16 at the least distance, by comparing with its neighbours exactly.
    private static BFloat16 Nearest(BigInteger x)
    {
        BFloat16 guess = (BFloat16)(float)x;
        return Enumerable.Range(-1, 3).Select(step => BFloat16.FromBits((ushort)(guess.ToBits() + step)))
            .OrderBy(candidate => BigInteger.Abs(new BigInteger((double)candidate) - x)).ThenBy(candidate => candidate.ToBits() & 1).First();
    }

    private static BFloat16 Nearest(double x)
    {
        BFloat16 guess = (BFloat16)(float)x;
        if (!double.IsFinite(x) || Math.Abs(x) > 3.4e38 || x == 0)
            return guess;
        return Enumerable.Range(-1, 3).Select(step => BFloat16.FromBits((ushort)(guess.ToBits() + step)))
            .OrderBy(candidate => float.IsFinite(candidate) ? Math.Abs(candidate - x) : Math.Abs(Math.CopySign(Math.ScaleB(1, 128), candidate) - x)).ThenBy(candidate => candidate.ToBits() & 1).First();
    }

    [Fact]
    public void Between_integers_wraps_around()
    {
        long[] x = [0, 1, -1, 127, 128, 255, 256, -129, 40000, 70000, int.MaxValue, uint.MaxValue, long.MaxValue, long.MinValue];
        BufferView view = Views.Of(x, x.Length);
        Check(view, x.Select(value => unchecked((sbyte)value)));
        Check(view, x.Select(value => unchecked((byte)value)));
        Check(view, x.Select(value => unchecked((short)value)));
        Check(view, x.Select(value => unchecked((ushort)value)));
        Check(view, x.Select(value => unchecked((int)value)));
        Check(view, x.Select(value => unchecked((uint)value)));
        Check(view, x.Select(value => unchecked((ulong)value)));
        Check(view, x.Select(value => value != 0));
        Check(view, x.Select(value => (float)value));
        Check(view, x.Select(value => (double)value));
        Check(view, x.Select(value => (Complex64)value));
        ulong[] large = [0, 1, ulong.MaxValue, 1ul << 63, (1ul << 63) + 1025];
        Check(Views.Of(large, large.Length), large.Select(value => (float)value));
        Check(Views.Of(large, large.Length), large.Select(value => (double)value));
    }

    [Fact]
    public void Booleans_become_zero_and_one()
    {
        BufferView x = Views.Of([true, false, true], 3);
        Check<sbyte>(x, [1, 0, 1]);
        Check<ushort>(x, [1, 0, 1]);
        Check<int>(x, [1, 0, 1]);
        Check<ulong>(x, [1, 0, 1]);
        Check<Half>(x, [(Half)1, (Half)0, (Half)1]);
        Check<BFloat16>(x, [(BFloat16)1, (BFloat16)0, (BFloat16)1]);
        Check<float>(x, [1, 0, 1]);
        Check<double>(x, [1, 0, 1]);
        Check<Complex64>(x, [1, 0, 1]);
    }

    [Fact]
    public void Complex_numbers_become_their_real_parts()
    {
        BufferView x = Views.Of<Complex64>([new(1.5f, 2), new(0, 3), new(-2, 0), new(0, 0)], 4);
        Check<float>(x, [1.5f, 0, -2, 0]);
        Check<double>(x, [1.5, 0, -2, 0]);
        Check<int>(x, [1, 0, -2, 0]);
        Check<Half>(x, [(Half)1.5f, (Half)0, (Half)(-2), (Half)0]);
        Check<bool>(x, [true, false, true, false]);
    }

    [Fact]
    public void A_cast_to_a_half_type_within_a_program_rounds()
    {
        Expr x = Expr.Input(0, DType.Float32);
        Expr rounded = Expr.Cast(Expr.Cast(x, DType.Float16), DType.Float32);
        BufferView output = Views.Empty<float>(1);
        MapExecutor.Run(Program.From([DType.Float32], Expr.Binary(ScalarOp.Subtract, rounded, x)), [Views.Of([0.1f], 1)], [output]);
        Assert.Equal((float)(Half)0.1f - 0.1f, output.Read<float>()[0]);
    }

    [Fact]
    public void Half_types_are_not_rounded_between_the_steps_of_a_program()
    {
        Expr x = Expr.Input(0, DType.Float16);
        Expr product = Expr.Binary(ScalarOp.Multiply, x, x);
        BufferView output = Views.Empty<Half>(1);
        MapExecutor.Run(Program.From([DType.Float16], Expr.Binary(ScalarOp.Subtract, product, x)), [Views.Of([(Half)0.3f], 1)], [output]);
        float value = (float)(Half)0.3f;
        Assert.Equal((Half)(value * value - value), output.Read<Half>()[0]);
    }

    private static int Saturated(double value) =>
        double.IsNaN(value) ? 0 : (int)Math.Clamp(Math.Truncate(value), int.MinValue, int.MaxValue);

    private static void CheckAll<T>(DType from, double[] values, Func<double, T> expected) where T : unmanaged
    {
        BufferView wide = Views.Of(values, values.Length), x = BufferView.Allocate(from, [values.Length]);
        if (from == DType.Float64)
            x = wide;
        else
            MapExecutor.Run(Casts.Of(DType.Float64, from), [wide], [x]);
        Check(x, values.Select(expected));
    }

    private static void Check<T>(BufferView x, IEnumerable<T> expected) where T : unmanaged
    {
        BufferView output = Views.Empty<T>(x.Layout.Shape);
        MapExecutor.Run(Casts.Of(x.DType, output.DType), [x], [output]);
        Assert.Equal(expected, output.Read<T>());
    }
}
