using Xunit;

namespace Tangent.Kernels.Tests;

/// <summary>A product with an epilogue has the bits of the product followed by a map.</summary>
public unsafe class EpilogueTests
{
    private const int Guard = 64;

    private static readonly int[] Widths = [512, 256, 128, 0];

    private static readonly DType[] DTypes = [.. Enum.GetValues<DType>().Where(dtype => dtype != DType.Bool)];

    // Nothing at all, an empty sum, one element, few rows or columns, edges of tiles, and what is packed.
    private static readonly (int M, int K, int N)[] Shapes =
        [(0, 3, 4), (3, 0, 4), (1, 1, 1), (3, 20, 1), (1, 9, 33), (40, 7, 3), (5, 70, 150), (33, 17, 40), (100, 30, 129)];

    public static TheoryData<int, DType> WidthsAndTypes()
    {
        var data = new TheoryData<int, DType>();
        foreach (int width in Widths)
            foreach (DType dtype in DTypes)
                data.Add(width, dtype);
        return data;
    }

    public static TheoryData<DType, DType> Conversions()
    {
        var data = new TheoryData<DType, DType>();
        foreach (DType from in new[] { DType.UInt8, DType.Int64, DType.Float16, DType.BFloat16, DType.Float32, DType.Float64, DType.Complex64 })
            foreach (DType to in Enum.GetValues<DType>())
                data.Add(from, to);
        return data;
    }

    [Theory]
    [MemberData(nameof(WidthsAndTypes))]
    public void EveryShape(int vectorBits, DType dtype)
    {
        foreach ((int m, int k, int n) in Shapes)
            Check(dtype, [m, k], "dense", [k, n], "dense", ScaledPlus(dtype), [Bias(dtype, [m, n]), Scalar(dtype, [m, n])], dtype, vectorBits);
    }

    [Theory]
    [MemberData(nameof(Conversions))]
    public void EveryResultType(DType from, DType to)
    {
        Program program = Program.From([from, from], Expr.Cast(Expr.Binary(ScalarOp.Add, Expr.Input(0, from), Expr.Input(1, from)), to));
        foreach ((int m, int k, int n) in Shapes)
            Check(from, [m, k], "dense", [k, n], "dense", program, [Bias(from, [m, n])], to);
        Check(from, [3, 2, 5, 7], "dense", [3, 2, 7, 9], "dense", program, [Operand.Random(from, [3, 2, 5, 9], "dense", 3)], to);
        // Tall and narrow, few rows by much, columns that are contiguous, blocks kept aside.
        Check(from, [8200, 2], "dense", [2, 3], "dense", program, [Bias(from, [8200, 3])], to);
        Check(from, [2, 3], "dense", [3, 66000], "dense", program, [Bias(from, [2, 66000])], to);
        Check(from, [3, 300], "dense", [300, 700], "transposed", program, [Bias(from, [3, 700])], to);
        Check(from, [1030, 2], "dense", [2, 260], "dense", program, [Bias(from, [1030, 260])], to);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float16)]
    [InlineData(DType.Complex64)]
    [InlineData(DType.Int32)]
    public void EveryOperand(DType dtype)
    {
        foreach (int[] batch in new int[][] { [], [3], [2, 3] })
        {
            foreach (int n in new[] { 1, 5, 127, 128, 300 })
            {
                int[] shape = [.. batch, 6, n];
                BufferView[] operands =
                [
                    .. Operand.Kinds.Select((kind, i) => Operand.Random(dtype, shape, kind, 10 + i)),
                    Bias(dtype, shape), Scalar(dtype, shape), Column(dtype, shape), Operand.Random(dtype, [6, n], "transposed", 20),
                ];
                foreach (BufferView operand in operands)
                {
                    Check(dtype, [.. batch, 6, 11], "dense", [.. batch, 11, n], "dense", Sum(dtype, 2), [Spread(operand, shape)], dtype);
                    Check(dtype, [.. batch, 6, 11], "dense", [11, n], "dense", Sum(dtype, 3), [Spread(operand, shape), Bias(dtype, shape)], dtype);
                }
            }
        }
    }

    // More elements that repeat than a loop takes as such: the last are gathered, in rows wider than what is gathered at a time.
    [Fact]
    public void ManyOperandsOfOneElement()
    {
        int[] shape = [3, 3000];
        Check(DType.Float32, [3, 4], "dense", [4, 3000], "dense", Sum(DType.Float32, 67), [.. Enumerable.Range(0, 66).Select(i => Scalar(DType.Float32, shape, i))], DType.Float32);
    }

    [Fact]
    public void WhatReadsTheProductAlone()
    {
        Expr x = Expr.Input(0, DType.Float32);
        foreach (Expr body in new[] { x, Expr.Unary(ScalarOp.Negate, x), Expr.Unary(ScalarOp.Exp, x), Expr.Binary(ScalarOp.Less, x, Expr.Constant(DType.Float32, 0)) })
            Check(DType.Float32, [50, 60], "dense", [60, 70], "dense", Program.From([DType.Float32], body), [], body.DType);
    }

    // One matrix times a stack of columns, which is computed as its transpose, and a stack times one matrix.
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float16)]
    public void SharedOperands(DType dtype)
    {
        int[] shape = [3, 40, 1];
        BufferView x = Spread(Operand.Random(dtype, [40, 6], "dense", 1), [3, 40, 6]), y = Operand.Random(dtype, [3, 6, 1], "strided", 2);
        foreach (BufferView operand in new[] { Column(dtype, shape), Bias(dtype, shape), Operand.Random(dtype, shape, "strided", 3) })
        {
            Assert.Equal(
                Unfused(x, y, Sum(dtype, 2), [operand], dtype, VectorWidths.Widest), Fused(x, y, Sum(dtype, 2), [operand], dtype, VectorWidths.Widest));
        }
        BufferView stack = Operand.Random(dtype, [4, 3, 40, 6], "dense", 1), one = Spread(Operand.Random(dtype, [6, 9], "dense", 2), [4, 3, 6, 9]);
        BufferView[] operands = [Spread(Operand.Random(dtype, [4, 1, 40, 1], "dense", 3), [4, 3, 40, 9])];
        Assert.Equal(
            Unfused(stack, one, Sum(dtype, 2), operands, dtype, VectorWidths.Widest), Fused(stack, one, Sum(dtype, 2), operands, dtype, VectorWidths.Widest));
    }

    // More operands than can be single elements to a row function.
    [Fact]
    public void ManyOperands()
    {
        int[] shape = [4, 9];
        BufferView[] operands = [.. Enumerable.Range(0, 70).Select(i => i % 2 == 0 ? Scalar(DType.Float64, shape, i) : Bias(DType.Float64, shape))];
        Check(DType.Float64, [4, 3], "dense", [3, 9], "dense", Sum(DType.Float64, 71), operands, DType.Float64);
    }

    [Theory]
    [InlineData(DType.Float32, 256, 784, 512)]
    [InlineData(DType.Float32, 6, 500, 9000)]
    [InlineData(DType.Float32, 3000, 300, 7)]
    [InlineData(DType.Float64, 80, 390, 2100)]
    [InlineData(DType.Complex64, 90, 500, 131)]
    [InlineData(DType.BFloat16, 300, 400, 300)]
    public void ThreadsDoNotChangeTheResult(DType dtype, int m, int k, int n)
    {
        Program cast = Program.From([dtype, dtype], Expr.Cast(Expr.Binary(ScalarOp.Multiply, Expr.Input(0, dtype), Expr.Input(1, dtype)), DType.Float16));
        BufferView x = Operand.Random(dtype, [m, k], "dense", 1), y = Operand.Random(dtype, [k, n], "dense", 2);
        BufferView[] column = [Column(dtype, [m, n])];
        foreach ((Program program, DType result) in new[] { (Sum(dtype, 2), dtype), (cast, DType.Float16) })
        {
            byte[] expected = Unfused(x, y, program, column, result, VectorWidths.Widest);
            for (int threads = 1; threads <= 8; threads++)
                Threads.Use(threads, () => Assert.Equal(expected, Fused(x, y, program, column, result, VectorWidths.Widest)));
        }
    }

    [Fact]
    public void RefusesWhatDoesNotAgree()
    {
        BufferView x = BufferView.Allocate(DType.Float32, [2, 3]), y = BufferView.Allocate(DType.Float32, [3, 5]);
        BufferView output = BufferView.Allocate(DType.Float32, [2, 5]);
        Assert.Contains("2 inputs", Refusal(Sum(DType.Float32, 2), [], output), StringComparison.Ordinal);
        Assert.Contains("has shape [5], not [2,5]", Refusal(Sum(DType.Float32, 2), [BufferView.Allocate(DType.Float32, [5])], output), StringComparison.Ordinal);
        Assert.Contains("the epilogue's product is float64, not float32", Refusal(Sum(DType.Float64, 1), [], output), StringComparison.Ordinal);
        Assert.Contains("the output is float64, not float32", Refusal(Sum(DType.Float32, 1), [], BufferView.Allocate(DType.Float64, [2, 5])), StringComparison.Ordinal);
        Assert.Contains("operand 0", Refusal(Sum(DType.Float32, 2), [BufferView.Allocate(DType.Int32, [2, 5])], output), StringComparison.Ordinal);

        string Refusal(Program program, BufferView[] operands, BufferView target) =>
            Assert.ThrowsAny<ArgumentException>(() => MatMulExecutor.Run(x, y, program, operands, target)).Message;
    }

    private static Program ScaledPlus(DType dtype) => Program.From(
        [dtype, dtype, dtype],
        Expr.Binary(ScalarOp.Add, Expr.Binary(ScalarOp.Multiply, Expr.Input(0, dtype), Expr.Input(2, dtype)), Expr.Input(1, dtype)));

    private static Program Sum(DType dtype, int count)
    {
        Expr sum = Expr.Input(0, dtype);
        for (int i = 1; i < count; i++)
            sum = Expr.Binary(ScalarOp.Add, sum, Expr.Input(i, dtype));
        return Program.From([.. Enumerable.Repeat(dtype, count)], sum);
    }

    private static BufferView Bias(DType dtype, int[] shape) => Spread(Operand.Random(dtype, [1, shape[^1]], "dense", 5), shape);

    private static BufferView Column(DType dtype, int[] shape) => Spread(Operand.Random(dtype, [shape[^2], 1], "dense", 6), shape);

    private static BufferView Scalar(DType dtype, int[] shape, int seed = 7) => Spread(Operand.Random(dtype, [1, 1], "dense", seed), shape);

    private static BufferView Spread(BufferView x, int[] shape) => x.With(x.Layout.Broadcast(shape));

    private static void Check(
        DType dtype, int[] xShape, string xKind, int[] yShape, string yKind, Program program, BufferView[] operands, DType result, int? vectorBits = null)
    {
        BufferView x = Operand.Random(dtype, xShape, xKind, 1), y = Operand.Random(dtype, yShape, yKind, 2);
        int bits = vectorBits ?? VectorWidths.Widest;
        Assert.Equal(Unfused(x, y, program, operands, result, bits), Fused(x, y, program, operands, result, bits));
    }

    private static byte[] Unfused(BufferView x, BufferView y, Program program, BufferView[] operands, DType result, int vectorBits)
    {
        int[] shape = [.. x.Layout.Shape[..^1], y.Layout.Shape[^1]];
        BufferView product = BufferView.Allocate(x.DType, shape), output = BufferView.Allocate(result, shape);
        MatMulExecutor.Run(x, y, null, [], product, vectorBits);
        MapExecutor.Run(program, [product, .. operands], [output]);
        byte[] bytes = new Span<byte>(output.Pointer, (int)output.Size).ToArray();
        GC.KeepAlive(output);
        return bytes;
    }

    private static byte[] Fused(BufferView x, BufferView y, Program program, BufferView[] operands, DType result, int vectorBits)
    {
        int[] shape = [.. x.Layout.Shape[..^1], y.Layout.Shape[^1]];
        BufferView whole = BufferView.Allocate(result, [checked((int)Layout.CountOf(shape)) + 2 * Guard]);
        new Span<byte>(whole.Pointer, (int)whole.Size).Fill(0xA5);
        BufferView output = whole.With(new Layout(shape, Layout.RowMajorStrides(shape), Guard));
        MatMulExecutor.Run(x, y, program, operands, output, vectorBits);
        int guardBytes = Guard * result.Size;
        Assert.Equal(-1, new Span<byte>(whole.Pointer, guardBytes).IndexOfAnyExcept((byte)0xA5));
        Assert.Equal(-1, new Span<byte>(whole.Pointer + whole.Size - guardBytes, guardBytes).IndexOfAnyExcept((byte)0xA5));
        byte[] bytes = new Span<byte>(output.Pointer, (int)output.Size).ToArray();
        GC.KeepAlive(whole);
        return bytes;
    }
}
