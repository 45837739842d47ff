using Xunit;

namespace Tangent.Tests.DTypes;

/// <summary>Integer literals that a type does not hold never wrap around in silence.</summary>
public sealed class LiteralRangeTests
{
    public static TheoryData<DType> Integers =>
        [DType.UInt8, DType.UInt16, DType.UInt32, DType.UInt64, DType.Int8, DType.Int16, DType.Int32, DType.Int64];

    private static NDArray Ends(DType dtype) => Mx.Concatenate([
        Mx.Reshape(Mx.AsType(new IInfo(dtype).Min, dtype), 1), Mx.Ones(1, dtype), Mx.Reshape(Mx.AsType(new IInfo(dtype).Max, dtype), 1)]);

    private static IEnumerable<(NDArray Literal, decimal Value)> Literals()
    {
        foreach (int bits in new[] { 7, 8, 15, 16, 31, 32, 63 })
            for (long change = -1; change <= 1; change++)
            {
                ulong power = (1UL << bits) + (ulong)change;
                yield return power <= long.MaxValue ? ((long)power, power) : (power, power);
                long negative = -(long)Math.Min(power, long.MaxValue);
                yield return (negative, negative);
            }
        yield return (ulong.MaxValue, ulong.MaxValue);
        yield return (long.MinValue, long.MinValue);
        yield return (0, 0);
    }

    private static decimal[] Values(NDArray x) => x.DType == DType.UInt64
        ? [.. x.ToArray<ulong>().Select(value => (decimal)value)]
        : [.. Mx.AsType(x, DType.Int64).ToArray<long>().Select(value => (decimal)value)];

    [Theory]
    [MemberData(nameof(Integers))]
    public void ComparisonsWithAnyIntegerAreByValue(DType dtype)
    {
        NDArray x = Ends(dtype);
        decimal[] values = Values(x);
        foreach ((NDArray literal, decimal value) in Literals())
        {
            Assert.Equal(values.Select(v => v < value), (x < literal).ToArray<bool>());
            Assert.Equal(values.Select(v => v <= value), (x <= literal).ToArray<bool>());
            Assert.Equal(values.Select(v => v > value), (x > literal).ToArray<bool>());
            Assert.Equal(values.Select(v => v >= value), (x >= literal).ToArray<bool>());
            Assert.Equal(values.Select(v => v == value), (x == literal).ToArray<bool>());
            Assert.Equal(values.Select(v => v != value), (x != literal).ToArray<bool>());
            Assert.Equal(values.Select(v => value < v), (literal < x).ToArray<bool>());
            Assert.Equal(values.Select(v => value >= v), (literal >= x).ToArray<bool>());
            Assert.Equal(values.Select(v => value == v), (literal == x).ToArray<bool>());
            Assert.Equal(values.Select(v => v < value), Mx.Compile(v => v < literal)(x).ToArray<bool>());
            Assert.Equal(values.Select(v => v < value), Mx.Vmap(v => [v[0] < literal])([x])[0].ToArray<bool>());
        }
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void ComparisonsAndClipWithALiteralArgumentOfACompiledFunctionAreByValue(DType dtype)
    {
        NDArray x = Ends(dtype);
        decimal[] values = Values(x);
        Func<NDArray, NDArray, NDArray> less = Mx.Compile((NDArray v, NDArray limit) => v < limit);
        Func<NDArray, NDArray, NDArray> equal = Mx.Compile((NDArray v, NDArray limit) => limit == v);
        Func<NDArray, NDArray, NDArray> clip = Mx.Compile((NDArray v, NDArray limit) => Mx.Clip(v, null, limit));
        foreach ((NDArray literal, decimal value) in Literals())
        {
            Assert.Equal(values.Select(v => v < value), less(x, literal).ToArray<bool>());
            Assert.Equal(values.Select(v => v == value), equal(x, literal).ToArray<bool>());
            decimal nearest = Math.Clamp(value, new IInfo(dtype).Min, new IInfo(dtype).Max);
            Assert.Equal(values.Select(v => Math.Min(v, nearest)), Values(clip(x, literal)));
        }
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void ALiteralArgumentOfATransformWrapsNoMoreThanAnyOther(DType dtype)
    {
        NDArray x = Ends(dtype);
        Func<NDArray, NDArray, NDArray> most = Mx.Maximum, compiled = Mx.Compile(most);
        Func<NDArray[], NDArray[]> all = v => [most(v[0], v[1])], mapped = Mx.Vmap(all, [0, null]);
        foreach ((NDArray literal, decimal value) in Literals())
        {
            if (value >= new IInfo(dtype).Min && value <= new IInfo(dtype).Max)
            {
                decimal[] larger = [.. Values(x).Select(v => Math.Max(v, value))];
                Assert.Equal(larger, Values(compiled(x, literal)));
                Assert.Equal(larger, Values(mapped([x, literal])[0]));
                continue;
            }
            string words = $" is out of range of {dtype.Name()}, which holds {new IInfo(dtype).Min} to {new IInfo(dtype).Max}.";
            Assert.EndsWith(words, Assert.Throws<ArgumentException>(() => compiled(x, literal)).Message);
            Assert.EndsWith(words, Assert.Throws<ArgumentException>(() => mapped([x, literal])).Message);
            Assert.EndsWith(words, Assert.Throws<ArgumentException>(() => Mx.Jvp(all, [x, literal], new NDArray?[2])).Message);
            Assert.EndsWith(words, Assert.Throws<ArgumentException>(() => Mx.Vjp(all, [x, literal], [null])).Message);
            Assert.EndsWith(words, Assert.Throws<ArgumentException>(() => Mx.Compile(compiled)(x, literal)).Message);
        }
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void ClipSaturates(DType dtype)
    {
        NDArray x = Ends(dtype);
        foreach ((NDArray literal, decimal value) in Literals())
        {
            decimal nearest = Math.Clamp(value, new IInfo(dtype).Min, new IInfo(dtype).Max);
            Assert.Equal(Values(x).Select(v => Math.Min(v, nearest)), Values(Mx.Clip(x, null, literal)));
            Assert.Equal(Values(x).Select(v => Math.Max(v, nearest)), Values(Mx.Clip(x, literal, null)));
            Assert.Equal(dtype, Mx.Clip(x, literal, literal).DType);
        }
        Assert.Equal([0, 44, 255], Values(Mx.Clip(new byte[] { 0, 44, 255 }, -5, 300)));
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void WhatWouldWrapAroundElsewhereIsAnErrorThatNamesLiteralAndType(DType dtype)
    {
        NDArray x = Ends(dtype);
        foreach ((NDArray literal, decimal value) in Literals())
        {
            if (value >= new IInfo(dtype).Min && value <= new IInfo(dtype).Max)
                continue;
            string words = $": the literal {value} is out of range of {dtype.Name()}, which holds {new IInfo(dtype).Min} to {new IInfo(dtype).Max}.";
            Refusal.Argument("Add" + words, () => x + literal);
            Refusal.Argument("Subtract" + words, () => literal - x);
            Refusal.Argument("Multiply" + words, () => x * literal);
            Refusal.Argument("FloorDivide" + words, () => Mx.FloorDivide(x, literal));
            Refusal.Argument("Maximum" + words, () => Mx.Maximum(x, literal));
            Refusal.Argument("BitwiseAnd" + words, () => x & literal);
            Refusal.Argument("Where" + words, () => Mx.Where(x > 0, x, literal));
            Refusal.Argument("Full" + words, () => Mx.Full(3, literal, dtype));
            Refusal.Argument("FullLike" + words, () => Mx.FullLike(x, literal));
            Refusal.Argument("Pad" + words, () => Mx.Pad(x, 1, constantValues: literal));
            Refusal.Argument("", () => x.At[0].Add(literal));
            NDArray written = x.Share();
            Refusal.Argument("", () => written[0] = literal);
            Refusal.Argument("", () => written[x > 1] = literal);
            Assert.Equal(Values(x), Values(written));
        }
    }

    [Fact]
    public void IsCloseAndArrayEqualCompareByValue()
    {
        NDArray x = new byte[] { 44 };
        Assert.False(Mx.IsClose(x, 300).Item<bool>());
        Assert.False(Mx.ArrayEqual(x[0], 300).Item<bool>());
        Assert.True(Mx.IsClose(x, 44).Item<bool>());
    }

    [Fact]
    public void LiteralsThatFitStayWeak()
    {
        Assert.Equal(DType.UInt8, (Mx.Ones(1, DType.UInt8) + 255).DType);
        Assert.Equal(DType.Int64, (Mx.Ones(1, DType.Bool) + 3000000000L).DType);
        Assert.Equal([16777216f], (Mx.Zeros(1) + 16777217).ToArray<float>());
    }

    // The rule is that of arrays: towards zero, to the nearest integer of the type, NaN to 0.
    [Theory]
    [MemberData(nameof(Integers))]
    public void FloatingLiteralsBecomeIntegersAsTheElementsOfArraysDo(DType dtype)
    {
        foreach (double value in new[] { 0.5, -0.5, 2.9, -2.9, 127.5, 128, 255.9, 256, 300, -129, 32768, 65536, 3e9, -1.0, -3e9, 1.5e19, 1e30, -1e30, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            decimal expected = double.IsNaN(value) ? 0 : Math.Clamp(
                Math.Truncate(value) >= 7e28 ? 7e28m : Math.Truncate(value) <= -7e28 ? -7e28m : (decimal)Math.Truncate(value), new IInfo(dtype).Min, new IInfo(dtype).Max);
            NDArray number = value;
            Assert.Equal([expected], Values(Mx.AsType(new[] { value }, dtype)));
            Assert.Equal([expected], Values(Mx.Reshape(Mx.AsType(number, dtype), 1)));
            Assert.Equal([expected], Values(Mx.Full(1, number, dtype)));
            Assert.Equal([expected], Values(Mx.FullLike(Mx.Ones(1, dtype), number)));
            Assert.Equal([expected, 1, expected], Values(Mx.Pad(Mx.Ones(1, dtype), 1, constantValues: number)));
            NDArray written = Mx.Ones(1, dtype);
            written[0] = number;
            Assert.Equal([expected], Values(written));
        }
        Assert.Equal(dtype, Mx.Full(3, 2.0, dtype).DType);
        Assert.Equal(dtype, Mx.Pad(Mx.Ones(1, dtype), 1, constantValues: 2.5).DType);
    }

    [Fact]
    public void LiteralsRoundOnce()
    {
        Assert.Equal(BitConverter.SingleToUInt32Bits(9007200328482816f), Mx.View(Mx.AsType(9007199791611905L, DType.Float32), DType.UInt32).Item<uint>());
        Assert.Equal((BFloat16)258f, Mx.AsType(257 + 1e-9, DType.BFloat16).Item<BFloat16>());
        Assert.Equal((BFloat16)(258f * (1L << 52)), Mx.AsType((257L << 52) + 1, DType.BFloat16).Item<BFloat16>());
        Assert.Equal((Half)2050f, Mx.AsType(2049 + 1e-9, DType.Float16).Item<Half>());
    }
}
