using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Map;

/// <summary>Every operation on every real type, against one element at a time in wider arithmetic.</summary>
public sealed class ScalarOpTests
{
    private static readonly ScalarOp[] IntegerBinary =
        [.. Range(ScalarOp.Add, ScalarOp.ShiftRight).Except([ScalarOp.Divide, ScalarOp.ArcTan2, ScalarOp.LogAddExp])];

    private static readonly ScalarOp[] IntegerUnary =
    [
        ScalarOp.Negate, ScalarOp.Abs, ScalarOp.Sign, ScalarOp.Floor, ScalarOp.Ceiling, ScalarOp.Truncate, ScalarOp.Round,
        ScalarOp.Square, ScalarOp.Not,
    ];

    private static readonly double[] Reals =
    [
        0, -0.0, 0.5, -0.5, 1, -1, 1.5, 2.5, -2.5, 3, -7.25, 0.001, 100, -1000.5, 1e30, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity,
    ];

    [Fact]
    public void Signed_8_bits() => CheckIntegers<sbyte>();

    [Fact]
    public void Signed_16_bits() => CheckIntegers<short>();

    [Fact]
    public void Signed_32_bits() => CheckIntegers<int>();

    [Fact]
    public void Signed_64_bits() => CheckIntegers<long>();

    [Fact]
    public void Unsigned_8_bits() => CheckIntegers<byte>();

    [Fact]
    public void Unsigned_16_bits() => CheckIntegers<ushort>();

    [Fact]
    public void Unsigned_32_bits() => CheckIntegers<uint>();

    [Fact]
    public void Unsigned_64_bits() => CheckIntegers<ulong>();

    [Fact]
    public void Booleans_are_integers_compared_with_zero()
    {
        bool[] x = [false, false, true, true], y = [false, true, false, true];
        foreach (ScalarOp op in IntegerUnary.Where(op => op != ScalarOp.Not))
            Assert.Equal(x, Run<bool, bool>(op, x));
        Assert.Equal([true, false], Run<bool, bool>(ScalarOp.Not, [false, true]));
        foreach (ScalarOp op in IntegerBinary)
        {
            IEnumerable<bool> expected = x.Zip(y, (a, b) => IntegerReference.Binary<int>(op, a ? 1 : 0, b ? 1 : 0) != 0);
            CheckEqual(op, expected, Run<bool, bool>(op, x, y));
        }
        foreach (ScalarOp op in Range(ScalarOp.Equal, ScalarOp.GreaterEqual))
            CheckEqual(op, x.Zip(y, (a, b) => Compare(op, a ? 1 : 0, b ? 1 : 0)), Run<bool, bool>(op, x, y));
    }

    [Fact]
    public void Floating_types()
    {
        CheckReals(1e-14, value => value);
        CheckReals(5e-7, value => (float)value);
        CheckReals(1e-3, value => (Half)value);
        CheckReals(8e-3, value => (BFloat16)(float)value);
    }

    private static void CheckIntegers<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        int[] small = [0, 1, 2, 3, 5, 7, 8, 15, 31, 63, 64, 100, -1, -2, -3, -7, -100];
        T[] values = [.. small.Select(T.CreateTruncating), T.MaxValue, T.MinValue, T.MaxValue - T.One];
        T[] x = [.. values.SelectMany(value => values.Select(_ => value))], y = [.. values.SelectMany(_ => values)];
        foreach (ScalarOp op in IntegerUnary)
            CheckEqual(op, x.Select(value => IntegerReference.Unary(op, value)), Run<T, T>(op, x));
        foreach (ScalarOp op in IntegerBinary)
            CheckEqual(op, x.Zip(y, (a, b) => IntegerReference.Binary(op, a, b)), Run<T, T>(op, x, y));
        foreach (ScalarOp op in Range(ScalarOp.Equal, ScalarOp.GreaterEqual))
            CheckEqual(op, x.Zip(y, (a, b) => Compare(op, a, b)), Run<T, bool>(op, x, y));
    }

    private static void CheckReals<T>(double tolerance, Func<double, T> round) where T : unmanaged
    {
        double Wide(T value) => (double)(dynamic)value;
        // The quotient is rounded before it is rounded down, to float64 or else to float32.
        double Quotient(double a, double b) => typeof(T) == typeof(double) ? a / b : (float)(a / b);
        double Binary(ScalarOp op, double a, double b) =>
            op == ScalarOp.FloorDivide ? Math.Floor(Quotient(a, b)) : RealReference.Binary(op, a, b);
        T[] values = [.. Reals.Select(round)];
        T[] x = [.. values.SelectMany(value => values.Select(_ => value))], y = [.. values.SelectMany(_ => values)];
        foreach (ScalarOp op in Range(ScalarOp.Negate, ScalarOp.Sigmoid))
            CheckClose(op, tolerance, values.Select(value => Wide(round(RealReference.Unary(op, Wide(value))))), Run<T, T>(op, values).Select(Wide));
        foreach (ScalarOp op in Range(ScalarOp.Add, ScalarOp.Minimum))
            CheckClose(op, tolerance, x.Zip(y, (a, b) => Wide(round(Binary(op, Wide(a), Wide(b))))), Run<T, T>(op, x, y).Select(Wide));
        foreach (ScalarOp op in Range(ScalarOp.Equal, ScalarOp.GreaterEqual))
            CheckEqual(op, x.Zip(y, (a, b) => Compare(op, Wide(a), Wide(b))), Run<T, bool>(op, x, y));
    }

    private static void CheckEqual<T>(ScalarOp op, IEnumerable<T> expected, T[] actual) =>
        Assert.True(expected.SequenceEqual(actual), $"{op}: {string.Join(' ', actual)}, expected {string.Join(' ', expected)}");

    private static void CheckClose(ScalarOp op, double tolerance, IEnumerable<double> expected, IEnumerable<double> actual)
    {
        foreach ((double e, double a) in expected.Zip(actual))
            Assert.True(e.Equals(a) || Math.Abs(e - a) <= tolerance * Math.Max(1e-3, Math.Abs(e)), $"{op}: {a}, expected {e}");
    }

    private static bool Compare<T>(ScalarOp op, T x, T y) where T : INumber<T> => op switch
    {
        ScalarOp.Equal => x == y,
        ScalarOp.NotEqual => x != y,
        ScalarOp.Less => x < y,
        ScalarOp.LessEqual => x <= y,
        ScalarOp.Greater => x > y,
        _ => x >= y,
    };

    private static TResult[] Run<T, TResult>(ScalarOp op, T[] x, T[]? y = null) where T : unmanaged where TResult : unmanaged
    {
        DType dtype = Views.DTypeOf<T>();
        Expr expr = y is null
            ? Expr.Unary(op, Expr.Input(0, dtype))
            : Expr.Binary(op, Expr.Input(0, dtype), Expr.Input(1, dtype));
        BufferView[] inputs = y is null ? [Views.Of(x, x.Length)] : [Views.Of(x, x.Length), Views.Of(y, y.Length)];
        BufferView output = Views.Empty<TResult>(x.Length);
        MapExecutor.Run(Program.From([.. inputs.Select(input => input.DType)], expr), inputs, [output]);
        return output.Read<TResult>();
    }

    private static ScalarOp[] Range(ScalarOp first, ScalarOp last) =>
        [.. Enum.GetValues<ScalarOp>().Where(op => op >= first && op <= last)];
}
