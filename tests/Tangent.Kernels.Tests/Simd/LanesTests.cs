using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Simd;

public sealed unsafe class LanesTests
{
    [Fact]
    public void Floating_operations_agree_with_scalar_ones_at_every_width()
    {
        Floating<Lanes128<float>, float>();
        Floating<Lanes256<float>, float>();
        Floating<Lanes512<float>, float>();
        Floating<Lanes128<double>, double>();
        Floating<Lanes256<double>, double>();
        Floating<Lanes512<double>, double>();
    }

    [Fact]
    public void Integer_operations_agree_with_scalar_ones_at_every_width()
    {
        Integers<sbyte>();
        Integers<byte>();
        Integers<short>();
        Integers<ushort>();
        Integers<int>();
        Integers<uint>();
        Integers<long>();
        Integers<ulong>();
    }

    [Fact]
    public void Rounding_an_integer_register_is_refused()
    {
        var error = Assert.Throws<NotSupportedException>(() => Lanes256<int>.Floor(Lanes256<int>.Broadcast(1)));
        Assert.Contains("Int32", error.Message);
        Assert.Throws<NotSupportedException>(() => Lanes512<byte>.Sqrt(Lanes512<byte>.Broadcast(1)));
    }

    [Fact]
    public void Scale_rounds_once_into_the_subnormals_with_and_without_the_instruction()
    {
        foreach (float n in (float[])[-400, -150, -149, -140, -127, -126, -3, 0, 5, 127, 128, 400])
        {
            float expected = (float)Math.ScaleB(1.2345679f, (int)n);
            Same<Lanes512<float>, float>(Lanes512<float>.Scale(Lanes512<float>.Broadcast(1.2345679f), Lanes512<float>.Broadcast(n)), expected);
            Same<Lanes128<float>, float>(PowersOfTwo.Scale32(Lanes128<float>.Broadcast(1.2345679f), Lanes128<float>.Broadcast(n)), expected);
        }
        foreach (double n in (double[])[-4000, -1075, -1074, -1060, -1022, -3, 0, 5, 1023, 1024, 4000])
        {
            double expected = Math.ScaleB(1.2345678901234567, (int)n);
            Same<Lanes512<double>, double>(Lanes512<double>.Scale(Lanes512<double>.Broadcast(1.2345678901234567), Lanes512<double>.Broadcast(n)), expected);
            Same<Lanes256<double>, double>(PowersOfTwo.Scale64(Lanes256<double>.Broadcast(1.2345678901234567), Lanes256<double>.Broadcast(n)), expected);
        }
    }

    [Fact]
    public void Significand_and_exponent_are_the_same_with_and_without_the_instruction()
    {
        var random = new Random(5);
        float[] edges = [0f, -0f, 0.75f, 0.74999994f, 1.5f, 1f, -1f, float.Epsilon, 1.1754942e-38f, float.MaxValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        for (int i = 0; i < 20_000; i++)
        {
            float x = i < edges.Length ? edges[i] : BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            double wide = i < edges.Length ? x : BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            var narrow = Lanes128<float>.Broadcast(x);
            Same<Lanes128<float>, float>(Lanes128<float>.Significand(narrow), Lanes128<float>.Get(PowersOfTwo.Significand32(narrow), 0));
            Same<Lanes128<float>, float>(Lanes128<float>.Exponent(narrow), Lanes128<float>.Get(PowersOfTwo.Exponent32(narrow), 0));
            var broad = Lanes512<double>.Broadcast(wide);
            Same<Lanes512<double>, double>(Lanes512<double>.Significand(broad), Lanes512<double>.Get(PowersOfTwo.Significand64(broad), 0));
            Same<Lanes512<double>, double>(Lanes512<double>.Exponent(broad), Lanes512<double>.Get(PowersOfTwo.Exponent64(broad), 0));
        }
        Same<Lanes256<float>, float>(Lanes256<float>.Exponent(Lanes256<float>.Broadcast(float.Epsilon)), -149);
        Same<Lanes256<double>, double>(Lanes256<double>.Significand(Lanes256<double>.Broadcast(-1)), double.NaN);
        Same<Lanes256<double>, double>(Lanes256<double>.Significand(Lanes256<double>.Broadcast(0.7)), 1.4);
    }

    private static void Floating<V, T>()
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] samples = [T.Zero, T.NegativeZero, T.One, T.CreateChecked(-2.5), T.CreateChecked(3.5), T.NaN, T.PositiveInfinity];
        foreach (T x in samples)
        {
            foreach (T y in samples)
            {
                Same<V, T>(V.Max(V.Broadcast(x), V.Broadcast(y)), T.Max(x, y));
                Same<V, T>(V.Min(V.Broadcast(x), V.Broadcast(y)), T.Min(x, y));
                Same<V, T>(V.Broadcast(x) / V.Broadcast(y), x / y);
                Same<V, T>(V.FusedMultiplyAdd(V.Broadcast(x), V.Broadcast(y), V.Broadcast(T.One)), T.FusedMultiplyAdd(x, y, T.One));
                Assert.Equal(x < y, V.Any(V.Less(V.Broadcast(x), V.Broadcast(y))));
                Assert.Equal(x <= y, V.Any(V.LessEqual(V.Broadcast(x), V.Broadcast(y))));
                Assert.Equal(x == y, V.Any(V.Equal(V.Broadcast(x), V.Broadcast(y))));
            }
            Same<V, T>(V.Floor(V.Broadcast(x)), T.Floor(x));
            Same<V, T>(V.Ceiling(V.Broadcast(x)), T.Ceiling(x));
            Same<V, T>(V.Truncate(V.Broadcast(x)), T.Truncate(x));
            Same<V, T>(V.Round(V.Broadcast(x)), T.Round(x));
            Same<V, T>(V.Sqrt(V.Broadcast(x)), T.Sqrt(x));
            Same<V, T>(-V.Broadcast(x), -x);
            if (T.IsInteger(x))
                Same<V, T>(V.FromIntegerBits(V.ToIntegerBits(V.Broadcast(x))), x + T.Zero);
        }
    }

    private static void Integers<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Integers<Lanes128<T>, T>();
        Integers<Lanes256<T>, T>();
        Integers<Lanes512<T>, T>();
    }

    private static void Integers<V, T>()
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        T[] samples = [T.Zero, T.One, T.MinValue, T.MaxValue, T.CreateTruncating(-7), T.CreateTruncating(100)];
        foreach (T x in samples)
        {
            foreach (T y in samples)
            {
                Same<V, T>(V.Broadcast(x) + V.Broadcast(y), x + y);
                Same<V, T>(V.Broadcast(x) - V.Broadcast(y), x - y);
                Same<V, T>(V.Broadcast(x) * V.Broadcast(y), x * y);
                Same<V, T>(V.Broadcast(x) & V.Broadcast(y), x & y);
                Same<V, T>(V.Broadcast(x) ^ V.Broadcast(y), x ^ y);
                Same<V, T>(V.Max(V.Broadcast(x), V.Broadcast(y)), T.Max(x, y));
                Same<V, T>(V.Min(V.Broadcast(x), V.Broadcast(y)), T.Min(x, y));
                Same<V, T>(V.Select(V.Less(V.Broadcast(x), V.Broadcast(y)), V.Broadcast(x), V.Broadcast(y)), T.Min(x, y));
            }
            Same<V, T>(~V.Broadcast(x), ~x);
            Same<V, T>(V.ShiftLeft(V.Broadcast(x), 3), x << 3);
            Same<V, T>(V.ShiftRightLogical(V.Broadcast(x), 3), x >>> 3);
        }
        Permutes<V, T>();
    }

    private static void Permutes<V, T>()
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, IBinaryInteger<T>
    {
        V x = V.Broadcast(T.Zero), places = x;
        for (int lane = 0; lane < V.Count; lane++)
        {
            x = V.With(x, lane, T.CreateTruncating(lane * 3 + 1));
            places = V.With(places, lane, T.CreateTruncating((lane * 5 + 2) % V.Count));
        }
        V permuted = V.Permute(x, places);
        for (int lane = 0; lane < V.Count; lane++)
            Assert.Equal(V.Get(x, (lane * 5 + 2) % V.Count), V.Get(permuted, lane));
    }

    private static void Same<V, T>(V actual, T expected)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, INumberBase<T>
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            T value = V.Get(actual, lane);
            Assert.Equal(expected, value);
            Assert.True(T.IsNaN(expected) || T.IsNegative(expected) == T.IsNegative(value), $"sign of {value}");
        }
    }
}
