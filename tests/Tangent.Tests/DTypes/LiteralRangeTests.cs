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

    // What is computed of an argument, and by which function it then meets an array of a narrow type.
    private static readonly Dictionary<string, Func<NDArray, NDArray, NDArray>> Uses = new()
    {
        ["n"] = (v, n) => v + n,
        ["2 n"] = (v, n) => v + (n * 2),
        ["-n"] = (v, n) => v - (-n),
        ["n + 1"] = (v, n) => Mx.Maximum(v, n + 1),
        ["the larger of n and 3"] = (v, n) => Mx.Where(v > 1, v, Mx.Maximum(n, 3)),
        ["n // 100"] = (v, n) => v * Mx.FloorDivide(n, 100),
        ["chosen by n"] = (v, n) => v + Mx.Where(n > 250, 1, n),
        ["|n|"] = (v, n) => v & Mx.Abs(n),
        ["a truth value of n, times 300"] = (v, n) => v + ((n > 250) * 300),
        ["v < 2 n"] = (v, n) => v < n * 2,
        ["v == n - 200"] = (v, n) => n - 200 == v,
        ["clipped at 2 n"] = (v, n) => Mx.Clip(v, n * 2, n * 3),
        ["written"] = (v, n) => { NDArray y = v.Share(); y[..1] = n + n; return y; },
        ["full"] = (v, n) => v + Mx.Full(3, n * n, v.DType),
        ["searched"] = (v, n) => v + Mx.SearchSorted(v, n * 2),
    };

    private static readonly Dictionary<string, Func<Func<NDArray, NDArray, NDArray>, Func<NDArray, NDArray, NDArray>>> Transforms = new()
    {
        ["Compile"] = f => Mx.Compile((NDArray v, NDArray n) => f(v, n)),
        ["Compile of a tree"] = f => { var g = Mx.Compile<(NDArray, NDArray), NDArray>(x => f(x.Item1, x.Item2)); return (v, n) => g((v, n)); },
        ["Jvp"] = f => (v, n) => Mx.Jvp(x => [f(x[0], x[1])], [v, n], new NDArray?[2]).Outputs[0],
        ["Jvp in Compile"] = f => Mx.Compile((NDArray v, NDArray n) => Mx.Jvp(x => [f(x[0], x[1])], [v, n], new NDArray?[2]).Outputs[0]),
        ["Linearize"] = f => (v, n) => Mx.Linearize(x => [f(x[0], x[1])], [v, n]).Outputs[0],
        ["Vmap"] = f => (v, n) => Mx.Vmap(x => [f(x[0], x[1])], [0, null])([v[Mx.NewAxis], n])[0][0],
        ["Vmap in Compile"] = f => Mx.Compile((NDArray v, NDArray n) => Mx.Vmap(x => [f(x[0], x[1])], [0, null])([v[Mx.NewAxis], n])[0][0]),
        ["Checkpoint"] = f => Mx.Checkpoint((NDArray v, NDArray n) => f(v, n)),
        ["Checkpoint in Compile"] = f => Mx.Compile((NDArray v, NDArray n) => Mx.Checkpoint((NDArray w, NDArray m) => f(w, m))(v, n)),
        ["CustomFunction"] = f => { var g = Mx.CustomFunction(x => [f(x[0], x[1])]); return (v, n) => g([v, n])[0]; },
    };

    public static TheoryData<string, string> UsesUnderTransforms => new MatrixTheoryData<string, string>(Uses.Keys, Transforms.Keys);

    [Theory, MemberData(nameof(UsesUnderTransforms))]
    public void WhatIsComputedOfALiteralArgumentIsRefusedOrComparedAsOutsideTheTransform(string use, string transform)
    {
        Func<NDArray, NDArray, NDArray> under = Transforms[transform](Uses[use]);
        foreach (NDArray x in new NDArray[] { new byte[] { 1, 100, 255 }, new sbyte[] { -128, 3, 127 }, new short[] { -5, 6, 7 }, new uint[] { 1, 2, 3 }, new ulong[] { 1, 2, ulong.MaxValue }, new[] { 1L, 2, 3 }, new[] { 1f, 2, 3 } })
            foreach (int n in new[] { 3, 300, 100, -1, 3, 40_000, 0 })
                Assert.Equal(Words(() => Uses[use](x, n)), Words(() => under(x, n)));
    }

    [Fact]
    public void OnePlanChecksTheLiteralsOfEachCall()
    {
        int traces = 0;
        NDArray x = new byte[] { 1, 2 };
        Func<NDArray, NDArray, NDArray> f = Mx.Compile((NDArray v, NDArray n) => { traces++; return v + (n - 10); });
        Assert.Equal([246, 247], Values(f(x, 255)));
        Refusal.Argument("Add: the literal 290 is out of range of uint8, which holds 0 to 255.", () => f(x, 300));
        Refusal.Argument("Add: the literal -5 is out of range of uint8, which holds 0 to 255.", () => f(x, 5));
        Assert.Equal([5, 6], Values(f(x, 14)));
        Assert.Equal(1, traces);
    }

    [Fact]
    public void BoundsOfRandomIntegersThatAreLiteralArgumentsAreCheckedAtEachCall()
    {
        Func<NDArray, NDArray> f = Mx.Compile((NDArray high) => Mx.Random.RandInt(0, high, 4, DType.UInt8, Mx.Random.Key(1)));
        Assert.Equal(DType.UInt8, f(256).DType);
        Refusal.Argument("Random.RandInt: high is 257", () => f(257));
    }

    [Fact]
    public void ElementsOfAProgressionThatTheTypeDoesNotHoldAreRefused()
    {
        Assert.Equal([250, 255], Values(Mx.Arange(250, 260, 5, DType.UInt8)));
        Refusal.Argument("Arange: the element 256 is out of range of uint8, which holds 0 to 255.", () => Mx.Arange(257, DType.UInt8));
        Refusal.Argument("Arange: the element -1 is out of range of uint16", () => Mx.Arange(3, -2, -1, DType.UInt16));
        Refusal.Argument("Arange: the element 2147483648 is out of range of int32", () => Mx.Arange(2147483646L, 2147483649L, 1, DType.Int32));
        Refusal.Argument("Arange: the element 260 is out of range of uint8", () => Mx.Arange(255.5, 261.5, 1, DType.UInt8));
        Assert.Equal([0, 0, 0], Values(Mx.Arange(0, 0.3, 0.1, DType.UInt8)));
        Assert.Equal(0, Mx.Arange(300, 300, 1, DType.UInt8).Size);
        Assert.Equal([256f, 257f], Mx.Arange(256, 258, 1, DType.Float32).ToArray<float>());
    }

    [Fact]
    public void ALiteralIsSearchedForByValue()
    {
        NDArray x = new byte[] { 1, 44, 255 };
        Assert.Equal([3u, 0, 2], new NDArray[] { Mx.SearchSorted(x, 300), Mx.SearchSorted(x, -1), Mx.SearchSorted(x, 45) }.Select(place => place.Item<uint>()));
    }

    private static string Words(Func<NDArray> f)
    {
        try
        {
            return f().ToString();
        }
        catch (ArgumentException error)
        {
            return error.Message;
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
