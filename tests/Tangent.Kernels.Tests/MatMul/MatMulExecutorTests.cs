using Xunit;

namespace Tangent.Kernels.Tests;

public class MatMulExecutorTests
{
    private static readonly int[] Widths = [512, 256, 128, 0];

    private static readonly DType[] DTypes = [.. Enum.GetValues<DType>().Where(dtype => dtype != DType.Bool)];

    // Signed and unsigned integers take the same path.
    private static readonly DType[] Representatives =
        [DType.UInt8, DType.Int16, DType.UInt32, DType.Int64, DType.BFloat16, DType.Float32, DType.Float64, DType.Complex64];

    // Around the heights of tiles (6, 14), their widths (1, 4, 8, 16, 32 columns), and nothing at all.
    private static readonly (int M, int K, int N)[] Shapes =
    [
        (0, 3, 4), (3, 0, 4), (3, 4, 0), (1, 1, 1), (1, 7, 1), (1, 5, 33), (2, 3, 5), (5, 1, 15), (6, 4, 16), (7, 9, 17),
        (8, 16, 8), (9, 64, 1), (13, 15, 31), (14, 16, 32), (15, 17, 33), (29, 20, 65), (33, 66, 40), (64, 64, 64),
    ];

    public static TheoryData<int, DType> WidthsAndTypes()
    {
        var data = new TheoryData<int, DType>();
        foreach (int width in Widths)
        {
            foreach (DType dtype in DTypes)
                data.Add(width, dtype);
        }
        return data;
    }

    public static TheoryData<int, DType> WidthsAndRepresentatives()
    {
        var data = new TheoryData<int, DType>();
        foreach (int width in Widths)
        {
            foreach (DType dtype in Representatives)
                data.Add(width, dtype);
        }
        return data;
    }

    public static TheoryData<int> AllWidths() => [.. Widths];

    [Theory]
    [MemberData(nameof(WidthsAndTypes))]
    public void EveryShape(int vectorBits, DType dtype)
    {
        foreach ((int m, int k, int n) in Shapes)
            Check(dtype, [m, k], "dense", [k, n], "dense", vectorBits);
    }

    [Theory]
    [MemberData(nameof(WidthsAndTypes))]
    public void EveryLayout(int vectorBits, DType dtype)
    {
        foreach (string xKind in Operand.Kinds)
        {
            foreach (string yKind in Operand.Kinds)
            {
                Check(dtype, [19, 21], xKind, [21, 37], yKind, vectorBits);
                Check(dtype, [75, 9], xKind, [9, 37], yKind, vectorBits);
                Check(dtype, [3, 70], xKind, [70, 2], yKind, vectorBits);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WidthsAndRepresentatives))]
    public void Batches(int vectorBits, DType dtype)
    {
        foreach (string xKind in Operand.Kinds)
        {
            foreach (string yKind in Operand.Kinds)
                Check(dtype, [3, 2, 5, 7], xKind, [3, 2, 7, 9], yKind, vectorBits);
        }
        Check(dtype, [0, 5, 7], "dense", [0, 7, 9], "dense", vectorBits);
    }

    // Few rows or few columns, each side contiguous or not: what is read in place, or by scalar products.
    [Theory]
    [MemberData(nameof(WidthsAndRepresentatives))]
    public void FewRowsOrColumns(int vectorBits, DType dtype)
    {
        foreach (string kind in Operand.Kinds)
        {
            foreach (int few in new[] { 1, 2, 6, 7, 9, 14 })
            {
                Check(dtype, [few, 67], "dense", [67, 41], kind, vectorBits);
                Check(dtype, [41, 67], kind, [67, few], "transposed", vectorBits);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllWidths))]
    public void FewRowsByMuch(int vectorBits)
    {
        foreach (string kind in new[] { "dense", "transposed" })
        {
            Check(DType.Float32, [3, 2100], kind, [2100, 71], kind, vectorBits);
            Check(DType.Float64, [71, 2100], kind, [2100, 1], kind, vectorBits);
            Check(DType.Float32, [2, 700], kind, [700, 3100], kind, vectorBits);
        }
    }

    [Theory]
    [MemberData(nameof(AllWidths))]
    public void BlocksOfEveryLevel(int vectorBits) => Threads.Use(1, () =>
    {
        Check(DType.Float32, [600, 390], "dense", [390, 40], "transposed", vectorBits);
        Check(DType.Float32, [20, 800], "transposed", [800, 70], "dense", vectorBits);
        Check(DType.Float32, [80, 800], "dense", [800, 80], "dense", vectorBits);
        Check(DType.Float32, [80, 800], "transposed", [800, 83], "dense", vectorBits);
        Check(DType.Float32, [3, 385], "dense", [385, 4200], "dense", vectorBits);
        Check(DType.Float16, [15, 390], "dense", [390, 1100], "transposed", vectorBits);
        Check(DType.BFloat16, [1030, 5], "dense", [5, 1030], "dense", vectorBits);
        Check(DType.Float32, [8200, 17], "dense", [17, 3], "dense", vectorBits);
        Check(DType.Complex64, [150, 400], "dense", [400, 33], "dense", vectorBits);
    });

    // More columns of y than a block of it has: each strip is packed by itself. Of fewer rows y would be read where it lies.
    [Theory]
    [InlineData(DType.Float32, 75, 384, 4100)]
    [InlineData(DType.Float64, 75, 384, 2100)]
    [InlineData(DType.Complex64, 15, 192, 2100)]
    public void StripsOfColumns(DType dtype, int m, int k, int n) => Threads.Use(1, () => Check(dtype, [m, k], "dense", [k, n], "dense", VectorWidths.Widest));

    [Fact]
    public void ManyThreads()
    {
        foreach (int threads in (int[])[2, 3, 4, 8])
            Threads.Use(threads, () =>
            {
                Check(DType.Float32, [300, 150], "dense", [150, 500], "dense", VectorWidths.Widest);
                Check(DType.Float64, [3, 130, 140], "dense", [3, 140, 150], "transposed", VectorWidths.Widest);
                Check(DType.Float32, [20, 64, 64], "dense", [20, 64, 64], "dense", VectorWidths.Widest);
                Check(DType.Complex64, [100, 100], "dense", [100, 300], "dense", VectorWidths.Widest);
                Check(DType.Float32, [150, 800], "transposed", [800, 333], "transposed", VectorWidths.Widest);
                Check(DType.Complex64, [130, 500], "dense", [500, 131], "dense", VectorWidths.Widest);
            });
    }

    // Wholes that are packed though their parts would not be, or are read in longer steps than their parts would be.
    [Theory]
    [InlineData(DType.Float32, 256, 784, 512, "dense")]
    [InlineData(DType.Float32, 150, 9000, 100, "dense")]
    [InlineData(DType.Float32, 6, 500, 900, "dense")]
    [InlineData(DType.Float32, 6, 3000, 900, "transposed")]
    [InlineData(DType.Float32, 3000, 300, 7, "dense")]
    [InlineData(DType.Float32, 100, 700, 200, "transposed")]
    [InlineData(DType.Float64, 80, 390, 2100, "dense")]
    [InlineData(DType.Complex64, 90, 500, 131, "dense")]
    [InlineData(DType.BFloat16, 300, 100, 300, "dense")]
    public void ThreadsDoNotChangeTheResult(DType dtype, int m, int k, int n, string kindOfY)
    {
        BufferView x = Operand.Random(dtype, [m, k], "dense", 1), y = Operand.Random(dtype, [k, n], kindOfY, 2);
        byte[] alone = Bytes(x, y, threads: 1);
        Assert.Equal(alone, Bytes(x, y, threads: 2));
        Assert.Equal(alone, Bytes(x, y, threads: 5));
    }

    [Fact]
    public void StackTimesOneMatrix()
    {
        BufferView x = Operand.Random(DType.Float32, [3, 1, 4, 6], "dense", 1);
        BufferView row = Operand.Random(DType.Float32, [3, 2, 1, 6], "strided", 1);
        BufferView y = Operand.Random(DType.Float32, [6, 5], "transposed", 2);
        NaiveProduct.Check(x, Repeat(y, 3, 1), VectorWidths.Widest);
        NaiveProduct.Check(row, Repeat(y, 3, 2), VectorWidths.Widest);
    }

    // One matrix times a stack of columns, and one row times a stack of matrices, as the stack lies or moved from elsewhere.
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.BFloat16)]
    [InlineData(DType.Complex64)]
    [InlineData(DType.Int32)]
    public void OneMatrixTimesAStack(DType dtype)
    {
        foreach (string kind in Operand.Kinds)
        {
            BufferView matrix = Operand.Random(dtype, [7, 6], kind, 1), row = Operand.Random(dtype, [1, 6], "dense", 1);
            BufferView columns = Operand.Random(dtype, [3, 2, 6, 1], kind, 2), matrices = Operand.Random(dtype, [3, 2, 6, 5], kind, 2);
            NaiveProduct.Check(Repeat(matrix, 3, 2), columns, VectorWidths.Widest);
            NaiveProduct.Check(Repeat(matrix, 3, 2), matrices, VectorWidths.Widest);
            NaiveProduct.Check(Repeat(row, 3, 2), matrices, VectorWidths.Widest);
            // [6, 3, 2, 5] with the batch moved in front.
            BufferView moved = Operand.Random(dtype, [6, 3, 2, 5], "dense", 2);
            moved = moved.With(new Layout([3, 2, 6, 5], [10, 5, 30, 1], moved.Layout.Offset));
            NaiveProduct.Check(Repeat(row, 3, 2), moved, VectorWidths.Widest);
        }
    }

    [Fact]
    public void LeadingAxesBroadcast()
    {
        BufferView x = Operand.Random(DType.Float32, [2, 1, 4, 6], "dense", 1), y = Operand.Random(DType.Float32, [3, 6, 5], "dense", 2);
        BufferView actual = BufferView.Allocate(DType.Float32, [2, 3, 4, 5]), expected = BufferView.Allocate(DType.Float32, [2, 3, 4, 5]);
        MatMulExecutor.Run(x, y, actual);
        MatMulExecutor.Run(x.With(x.Layout.Broadcast([2, 3, 4, 6])), y.With(y.Layout.Broadcast([2, 3, 6, 5])), expected);
        Assert.Equal(Bytes(expected), Bytes(actual));
        Assert.Contains("[2,1,4,6] by [3,6,5]", Refusal(x, y, BufferView.Allocate(DType.Float32, [2, 2, 4, 5])), StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesWhatDoesNotAgree()
    {
        BufferView x = BufferView.Allocate(DType.Float32, [2, 3]);
        BufferView y = BufferView.Allocate(DType.Float32, [4, 5]);
        BufferView output = BufferView.Allocate(DType.Float32, [2, 5]);
        Assert.Contains("[2,3] by [4,5]", Refusal(x, y, output), StringComparison.Ordinal);

        BufferView other = BufferView.Allocate(DType.Int32, [3, 5]);
        Assert.Contains("float32 and int32", Refusal(x, other, output), StringComparison.Ordinal);

        BufferView good = BufferView.Allocate(DType.Float32, [3, 5]);
        BufferView column = output.With(new Layout([2, 5], [1, 2], 0));
        Assert.Contains("row-major", Refusal(x, good, column), StringComparison.Ordinal);
    }

    private static byte[] Bytes(BufferView x, BufferView y, int threads)
    {
        BufferView output = BufferView.Allocate(x.DType, [x.Layout.Shape[0], y.Layout.Shape[1]]);
        Threads.Use(threads, () => MatMulExecutor.Run(x, y, output));
        return Bytes(output);
    }

    private static unsafe byte[] Bytes(BufferView x)
    {
        byte[] bytes = new Span<byte>(x.Pointer, checked((int)x.Size)).ToArray();
        GC.KeepAlive(x);
        return bytes;
    }

    private static string Refusal(BufferView x, BufferView y, BufferView output) =>
        Assert.Throws<ArgumentException>(() => MatMulExecutor.Run(x, y, output)).Message;

    private static BufferView Repeat(BufferView y, int first, int second) =>
        y.With(new Layout([first, second, .. y.Layout.Shape], [0, 0, .. y.Layout.Strides], y.Layout.Offset));

    private static void Check(DType dtype, int[] xShape, string xKind, int[] yShape, string yKind, int vectorBits) =>
        NaiveProduct.Check(Operand.Random(dtype, xShape, xKind, 1), Operand.Random(dtype, yShape, yKind, 2), vectorBits);
}
