namespace Tangent.Kernels;

/// <summary>
/// The product of a matrix of few rows with the transpose of a quantised one. Codes are read once, in two streams: of the rows of one half and
/// of the other by turns.
/// </summary>
internal static unsafe class QuantizedDot<TVector, TSimd, V, TStorage>
    where TVector : unmanaged
    where TSimd : ISimd<float, TVector>
    where V : unmanaged, ILanes<V, float>
    where TStorage : IStorage<float>
{
    // Rows of x that are met at once.
    private const int RowsAtOnce = 4;

    // Sums that are finished at a time.
    private const int ColumnsAtOnce = 4096;

    /// <summary>The first columns of target = x·wᵀ, where they are rows of w from one on.</summary>
    public static void Run(StridedMatrix x, in QuantizedMatrix w, long row, int rows, in ProductTarget target)
    {
        GroupDotRoutines routines = GroupDotTable.For<TVector, TSimd, V>(w.Format);
        int size = w.Format.GroupSize, groups = w.Columns / size;
        int bytes = routines.ReadsStored ? size * w.Format.Bits / 8 : size;
        var shape = new GroupShape(groups, size / TSimd.Count, bytes, Ahead(w, routines.ReadsStored));
        float* arranged = Arrange(x, routines, shape);
        for (int first = 0; first < rows; first += ColumnsAtOnce)
        {
            int count = Math.Min(ColumnsAtOnce, rows - first);
            ProductTarget block = target.From(0, first);
            bool inPlace = TStorage.HoldsSums && block.HoldsSums;
            float* sums = inPlace ? (float*)block.Pointer : ProductScratch.Current.Sums.Take<float>((long)x.Rows * count);
            long stride = inPlace ? target.Stride : count;
            Sum(x.Rows, w, row + first, count, routines, shape, arranged, sums, stride);
            if (target.NeedsFinish(TStorage.HoldsSums))
                block.Finish<float, TStorage>(sums, stride, x.Rows, count);
        }
    }

    // Two rows further on, as soon as the matrix comes from memory; what is unpacked first is read by that.
    private static int Ahead(in QuantizedMatrix w, bool readsStored) =>
        readsStored && Prefetch.IsWorthwhile(w.Bytes) ? (int)Math.Clamp(w.Codes(2, 0) - w.Codes(0, 0), 0, 8192) : 0;

    // Up to four rows stand vector by vector beside each other, then the next four.
    private static float* Arrange(StridedMatrix x, GroupDotRoutines routines, in GroupShape shape)
    {
        float* arranged = ProductScratch.Current.X.Take<float>((long)x.Rows * x.Columns);
        float* row = ProductScratch.Current.Y.Take<float>(x.Columns);
        for (int i = 0; i < x.Rows; i++)
        {
            TStorage.PackX(x.Block(i, 1, 0, x.Columns, TStorage.Size), row);
            int first = i / RowsAtOnce * RowsAtOnce, together = Math.Min(RowsAtOnce, x.Rows - first);
            routines.Arrange(row, shape.Groups, shape.Vectors, together, arranged + (long)first * x.Columns + (i - first) * TSimd.Count);
        }
        return arranged;
    }

    private static void Sum(
        int rowsOfX, in QuantizedMatrix w, long row, int rows, GroupDotRoutines routines, in GroupShape shape, float* x, float* sums, long stride)
    {
        QuantizationScratch scratch = QuantizationScratch.Current;
        int room = GroupScales<V>.Room(shape.Groups);
        float* scales = scratch.Scales.Take<float>(4 * room);
        byte* codes = scratch.Codes.Take<byte>(2L * w.Columns);
        float* pair = stackalloc float[2 * RowsAtOnce];
        int half = (rows + 1) / 2;
        for (int j = 0; j < half; j++)
        {
            // The middle one of an odd number is its own partner; the second result is dropped.
            bool isPair = j + half < rows;
            GroupedRow left = Read(w, row + j, shape, routines.ReadsStored, codes, scales, scales + room);
            GroupedRow right = isPair ? Read(w, row + j + half, shape, routines.ReadsStored, codes + w.Columns, scales + 2 * room, scales + 3 * room) : left;
            for (int first = 0; first < rowsOfX; first += RowsAtOnce)
            {
                int together = Math.Min(RowsAtOnce, rowsOfX - first);
                routines.Run(together, shape, x + (long)first * w.Columns, left, right, pair);
                for (int i = 0; i < together; i++)
                {
                    float* target = sums + (first + i) * stride + j;
                    target[0] = pair[2 * i];
                    if (isPair)
                        target[half] = pair[2 * i + 1];
                }
            }
        }
    }

    private static GroupedRow Read(in QuantizedMatrix w, long row, in GroupShape shape, bool readsStored, byte* codes, float* scales, float* biases)
    {
        bool inPlace = w.ScaleType == DType.Float32;
        if (!inPlace)
            GroupScales<V>.Read(w, row, 0, shape.Groups, scales, biases);
        return new()
        {
            Codes = readsStored ? w.Codes(row, 0) : CodeBytes.Of(w, row, 0, w.Columns, codes),
            Scales = inPlace ? (float*)w.Scales(row, 0) : scales,
            Biases = inPlace ? (float*)w.Biases(row, 0) : biases,
        };
    }
}
