using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.Operations;

/// <summary>Every line of the table, on every type that it takes, against one element at a time in wider arithmetic.</summary>
public sealed class ScalarOperationsTests
{
    private static readonly DType[] Types = Enum.GetValues<DType>();

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
        foreach (ScalarOp op in ScalarOps.Unary(DType.Bool))
            CheckEqual(op, x.Select(a => op == ScalarOp.Not ? !a : IntegerReference.Unary(op, a ? 1 : 0) != 0), Run<bool, bool>(op, x));
        foreach (ScalarOp op in ScalarOps.Binary(DType.Bool))
            CheckEqual(op, x.Zip(y, (a, b) => IntegerReference.Binary(op, a ? 1 : 0, b ? 1 : 0) != 0), Run<bool, bool>(op, x, y));
        foreach (ScalarOp op in ScalarOps.Comparisons(DType.Bool))
            CheckEqual(op, x.Zip(y, (a, b) => Compare(op, a ? 1 : 0, b ? 1 : 0)), Run<bool, bool>(op, x, y));
    }

    [Fact]
    public void Complex_numbers()
    {
        Complex64[] values = [new(0.5f, 0.25f), new(-1.5f, 2), new(0.75f, -0.3f), new(-0.4f, -0.6f), new(2, 0.125f), new(0, 0.5f)];
        Complex64[] x = [.. values.SelectMany(value => values.Select(_ => value))], y = [.. values.SelectMany(_ => values)];
        foreach (ScalarOp op in ScalarOps.Unary(DType.Complex64))
        {
            if (ScalarOperations.Result(op, 1, DType.Complex64) == DType.Float32)
                CheckClose(op, 1e-6, values.Select(value => ComplexReference.Part(op, value)), Run<Complex64, float>(op, values).Select(value => (double)value));
            else
                CheckClose(op, values.Select(value => ComplexReference.Unary(op, value)), Run<Complex64, Complex64>(op, values));
        }
        foreach (ScalarOp op in ScalarOps.Binary(DType.Complex64))
            CheckClose(op, x.Zip(y, (a, b) => ComplexReference.Binary(op, a, b)), Run<Complex64, Complex64>(op, x, y));
        foreach (ScalarOp op in ScalarOps.Comparisons(DType.Complex64))
            CheckEqual(op, x.Zip(y, (a, b) => op is ScalarOp.Equal or ScalarOp.NotEqual ? a == b == (op == ScalarOp.Equal)
                : Compare(op, (a.Real, a.Imaginary).CompareTo((b.Real, b.Imaginary)), 0)), Run<Complex64, bool>(op, x, y));
        Assert.Equal([new Complex64(1, 3), new Complex64(2, 4)], Run<float, Complex64>(ScalarOp.MakeComplex, [1, 2], [3, 4]));
    }

    [Fact]
    public void Every_operation_has_a_line()
    {
        foreach (ScalarOp op in Enum.GetValues<ScalarOp>())
        {
            Assert.True((int)op < ScalarOperations.Capacity, $"{op} has no room");
            Assert.NotNull(ScalarOperations.Of(op));
        }
        Assert.Throws<NotSupportedException>(() => ScalarOperations.Of((ScalarOp)(ScalarOperations.Capacity - 1)));
    }

    [Fact]
    public void An_operation_is_computed_on_the_types_that_it_takes_and_on_no_others()
    {
        foreach (ScalarOp op in ScalarOps.All)
        {
            ScalarOperation line = ScalarOperations.Of(op);
            Assert.Contains(Types, line.Takes);
            foreach (DType dtype in Types)
            {
                if (line.Takes(dtype))
                    Assert.NotNull(ScalarOperations.Loop(op, dtype));
                else if (dtype == dtype.ComputeType)
                    Assert.True(line.Loop(dtype) is null, $"{op} of {dtype.Name()} is computed, but not taken");
                if (!line.Takes(dtype))
                    Assert.StartsWith($"{op}: there is no", Refusal(op, line.Arity, dtype), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Any_type_is_cast_to_any_and_chosen()
    {
        foreach (DType from in Types)
        {
            foreach (DType to in Types)
                Assert.NotNull(TilePlan.Of(Casts.Of(from, to), 0));
            Expr x = Expr.Input(1, from);
            Assert.NotNull(TilePlan.Of(Program.From([DType.Bool, from], Expr.Select(Expr.Input(0, DType.Bool), x, x)), 0));
        }
    }

    [Fact]
    public void A_call_with_other_arguments_is_refused()
    {
        Expr x = Expr.Input(0, DType.Float32), y = Expr.Input(1, DType.Int32);
        Assert.StartsWith("Add: takes 2 arguments, not 1", Assert.Throws<ArgumentException>(() => Expr.Unary(ScalarOp.Add, x)).Message, StringComparison.Ordinal);
        Assert.Equal("Add: x is float32, y is int32. (Parameter 'y')", Assert.Throws<ArgumentException>(() => Expr.Binary(ScalarOp.Add, x, y)).Message);
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
        DType dtype = Views.DTypeOf<T>();
        foreach (ScalarOp op in ScalarOps.Unary(dtype))
            CheckEqual(op, x.Select(value => IntegerReference.Unary(op, value)), Run<T, T>(op, x));
        foreach (ScalarOp op in ScalarOps.Binary(dtype))
            CheckEqual(op, x.Zip(y, (a, b) => IntegerReference.Binary(op, a, b)), Run<T, T>(op, x, y));
        foreach (ScalarOp op in ScalarOps.Comparisons(dtype))
            CheckEqual(op, x.Zip(y, (a, b) => Compare(op, a, b)), Run<T, bool>(op, x, y));
    }

    private static void CheckReals<T>(double tolerance, Func<double, T> round) where T : unmanaged
    {
        double Wide(T value) => (double)(dynamic)value;
        T[] values = [.. Reals.Select(round)];
        T[] x = [.. values.SelectMany(value => values.Select(_ => value))], y = [.. values.SelectMany(_ => values)];
        foreach (ScalarOp op in ScalarOps.Unary(Views.DTypeOf<T>()))
            CheckClose(op, tolerance, values.Select(value => Wide(round(RealReference.Unary(op, Wide(value))))), Run<T, T>(op, values).Select(Wide));
        foreach (ScalarOp op in ScalarOps.Binary(Views.DTypeOf<T>()))
            CheckClose(op, tolerance, x.Zip(y, (a, b) => Wide(round(RealReference.Binary(op, Wide(a), Wide(b))))), Run<T, T>(op, x, y).Select(Wide));
        foreach (ScalarOp op in ScalarOps.Comparisons(Views.DTypeOf<T>()))
            CheckEqual(op, x.Zip(y, (a, b) => Compare(op, Wide(a), Wide(b))), Run<T, bool>(op, x, y));
    }

    private static void CheckEqual<T>(ScalarOp op, IEnumerable<T> expected, T[] actual) =>
        Assert.True(expected.SequenceEqual(actual), $"{op}: {string.Join(' ', actual)}, expected {string.Join(' ', expected)}");

    private static void CheckClose(ScalarOp op, double tolerance, IEnumerable<double> expected, IEnumerable<double> actual)
    {
        foreach ((double e, double a) in expected.Zip(actual))
            Assert.True(e.Equals(a) || Math.Abs(e - a) <= tolerance * Math.Max(1e-3, Math.Abs(e)), $"{op}: {a}, expected {e}");
    }

    private static void CheckClose(ScalarOp op, IEnumerable<Complex> expected, Complex64[] actual)
    {
        foreach ((Complex e, Complex64 a) in expected.Zip(actual))
            Assert.True(Complex.Abs(e - a) <= 2e-6 * Math.Max(1, Complex.Abs(e)) || (!Complex.IsFinite(e) && !Complex.IsFinite(a)), $"{op}: {a}, expected {e}");
    }

    private static string Refusal(ScalarOp op, int arity, DType dtype)
    {
        Expr x = Expr.Input(0, dtype);
        return Assert.Throws<NotSupportedException>(() => arity == 1 ? Expr.Unary(op, x) : Expr.Binary(op, x, x)).Message;
    }

    private static bool Compare<T>(ScalarOp op, T x, T y) where T : INumber<T> => op switch
    {
        ScalarOp.Equal => x == y,
        ScalarOp.NotEqual => x != y,
        ScalarOp.Less => x < y,
        ScalarOp.LessEqual => x <= y,
        ScalarOp.Greater => x > y,
        ScalarOp.GreaterEqual => x >= y,
        _ => throw new ArgumentException($"{op}", nameof(op)),
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
}
