namespace Tangent;

/// <summary>
/// Random integers between bounds. Ranges of fewer than 2²⁴ integers multiply a float32 of the unit interval, as MLX does, but add the
/// lower bound as an integer, where nothing is rounded. Wider ones take the upper digits of a product with 96 random bits (Lemire,
/// 2019, without the rejection): no integer is more likely than another by more than 2⁻³² of its share.
/// </summary>
internal static class RandomIntegers
{
    /// <summary>The number of integers from which on float32 does not name all of them.</summary>
    private const long Wide = 1 << 24;

    private const long Digit = uint.MaxValue;

    /// <summary>A literal such as 1e9 as the integer that it is; any other bound itself.</summary>
    public static NDArray Whole(NDArray bound) => bound.Literal?.Whole is { } integer ? integer : bound;

    /// <summary>Refuses literals out of range of a type; the upper bound, which is excluded, may be one more than it holds.</summary>
    public static void Require(NDArray low, NDArray high, DType dtype)
    {
        if (!dtype.IsInteger)
            return;
        Require("low", low, dtype, 0);
        Require("high", high, dtype, 1);
    }

    /// <summary>Integers that become those between the bounds when they are converted to <paramref name="dtype"/>, which wraps around.</summary>
    public static NDArray Draw(NDArray low, NDArray high, Shape shape, DType dtype, NDArray key)
    {
        if (low.Literal is { Source: null } first && high.Literal is { Source: null } second)
        {
            Int128 distance = Int128.Max(0, second.Integer - first.Integer);
            return distance < Wide ? Narrow(low, (long)distance, shape, dtype, key) : Exact(low, high, shape, key);
        }
        NDArray count = Distance(low, high);
        NDArray narrow = Narrow(low, count, shape, dtype, key);
        if (dtype.Size < 4 || (low.DType.Size < 4 && high.DType.Size < 4))
            return narrow;
        return Mx.Where(count < Wide, Mx.AsType(narrow, DType.Int64), Exact(low, high, shape, key));
    }

    // low + floor(u * count), whose floats are those of MLX.
    private static NDArray Narrow(NDArray low, NDArray count, Shape shape, DType dtype, NDArray key)
    {
        DType working = dtype.Size <= 4 ? DType.Int32 : DType.Int64;
        NDArray offset = Mx.Floor(Mx.AsType(count, DType.Float32) * Mx.Random.Unit(key, shape, DType.Float32));
        return Mx.AsType(low, working) + Mx.AsType(offset, working);
    }

    private static NDArray Exact(NDArray low, NDArray high, Shape shape, NDArray key)
    {
        NDArray distance = Distance(low, high);
        NDArray lower = distance & Digit, upper = distance >> 32;
        // Another key than the one whose bits make the narrow draws.
        NDArray words = Mx.AsType(RandomBits.Of(Mx.Random.Split(key)[1], shape.Insert(0, 3)), DType.UInt64);
        NDArray offset = Mx.AsType(0, DType.UInt64);
        foreach (NDArray word in Mx.Split(words, 3))
            offset = NextDigit(Mx.Reshape(word, shape), lower, upper, offset);
        return ToBits(low) + ToBits(offset);
    }

    // (word * distance + carry) >> 32, without loss: no sum below reaches 2^64.
    private static NDArray NextDigit(NDArray word, NDArray lower, NDArray upper, NDArray carry) =>
        (word * upper) + (carry >> 32) + (((word * lower) + (carry & Digit)) >> 32);

    // How many integers there are: a difference that wraps around is right as uint64. Of one sign the bounds are ordered as uint64 too.
    private static NDArray Distance(NDArray low, NDArray high)
    {
        NDArray first = Mx.AsType(low, DType.UInt64), second = Mx.AsType(high, DType.UInt64);
        NDArray isNone = Mx.Where((low < 0) == (high < 0), second < first, high < 0);
        return Mx.Where(isNone, 0, second - first);
    }

    private static NDArray ToBits(NDArray bound) => Mx.AsType(bound, DType.Int64);

    private static void Require(string name, NDArray bound, DType dtype, int surplus)
    {
        var limits = new IInfo(dtype);
        if (bound.Literal is { Kind.IsInteger: true } literal)
            literal.Require(number =>
            {
                if (number.Integer < limits.Min || number.Integer > (Int128)limits.Max + surplus)
                    throw new ArgumentException($"Random.RandInt: {name} is {number}, out of range of {dtype.Name()}, which holds {limits.Min} to {limits.Max}.", name);
            });
    }
}
