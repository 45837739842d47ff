namespace Tangent.Kernels;

/// <summary>Products of chosen matrices of few rows: those that meet the same y are one product of more rows. Rows that lie apart are copied together, and so are results that do.</summary>
internal sealed unsafe class StackedGatherProduct
{
    private const int RowsTogether = 256;
    private const int FewestColumns = 64;

    // Packed whatever the rows are, so that sums are grouped alike.
    private static readonly ProductMethod Method = new(ProductAlgorithm.Blocked, false, 0);

    private readonly GatherProduct all;
    private readonly int[] order;
    private readonly List<(int Start, int End)> stacks = [];
    private readonly int size;

    public StackedGatherProduct(GatherProduct all)
    {
        this.all = all;
        size = all.Output.DType.Size;
        order = OrderOf(all.Right);
        int most = Math.Max(1, RowsTogether / all.X.Rows);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && end - start < most && all.Right[order[end]] == all.Right[order[start]];)
                end++;
            stacks.Add((start, end));
        }
    }

    public void Run()
    {
        int threads = ProductGrid.Threads(all.Operations), cuts = (int)Math.Clamp(4L * threads / stacks.Count, 1, Math.Max(1, all.Y.Columns / FewestColumns));
        var grid = new ProductGrid(1, threads == 1 ? 1 : cuts);
        long parts = (long)stacks.Count * grid.ColumnParts;
        Workers.For(parts, Workers.Grain(parts, threads), (start, end) =>
        {
            for (long part = start; part < end; part++)
            {
                int column = grid.ColumnStart(all.Y.Columns, (int)(part % grid.ColumnParts));
                RunStack(stacks[(int)(part / grid.ColumnParts)], column, grid.ColumnStart(all.Y.Columns, (int)(part % grid.ColumnParts) + 1) - column);
            }
        });
    }

    // By where y lies, and among those that share one in their order.
    private static int[] OrderOf(long[] right)
    {
        int[] order = [.. Enumerable.Range(0, right.Length)];
        for (int i = 1; i < right.Length; i++)
            if (right[i] < right[i - 1])
            {
                Array.Sort(order, (first, second) => right[first] != right[second] ? right[first].CompareTo(right[second]) : first.CompareTo(second));
                break;
            }
        return order;
    }

    private void RunStack((int Start, int End) stack, int column, int columns)
    {
        int count = stack.End - stack.Start, rows = count * all.X.Rows;
        StridedMatrix y = all.Y.At(all.Right[order[stack.Start]]).Block(0, all.Y.Rows, column, columns, size), x = Stacked(stack, rows);
        if (order[stack.End - 1] - order[stack.Start] == count - 1)
        {
            all.Product.Run(x, y, new ProductTarget(all.Output, null).From((long)order[stack.Start] * all.X.Rows, column), Method);
            return;
        }
        byte* results = ProductScratch.Current.StackedResults.Take<byte>((long)rows * columns * size);
        all.Product.Run(x, y, new ProductTarget(results, columns, size), Method);
        for (int row = 0; row < rows; row++)
        {
            long place = (long)order[stack.Start + row / all.X.Rows] * all.X.Rows + row % all.X.Rows;
            byte* target = all.Output.Pointer + (place * all.Y.Columns + column) * size;
            System.Buffer.MemoryCopy(results + (long)row * columns * size, target, (long)columns * size, (long)columns * size);
        }
    }

    // The rows where they lie, if they are as far from each other throughout.
    private StridedMatrix Stacked((int Start, int End) stack, int rows)
    {
        StridedMatrix first = all.X.At(all.Left[order[stack.Start]]);
        if (stack.End - stack.Start == 1)
            return first;
        long step = all.Left[order[stack.Start + 1]] - all.Left[order[stack.Start]];
        bool isEven = first.Rows == 1 || step == first.Rows * first.RowStride;
        for (int i = stack.Start + 2; isEven && i < stack.End; i++)
            isEven = all.Left[order[i]] - all.Left[order[i - 1]] == step;
        if (isEven)
            return new(first.Pointer, rows, first.Columns, first.Rows == 1 ? step : first.RowStride, first.ColumnStride);
        byte* copy = ProductScratch.Current.StackedRows.Take<byte>((long)rows * first.Columns * size), next = copy;
        for (int i = stack.Start; i < stack.End; i++)
        {
            StridedMatrix x = all.X.At(all.Left[order[i]]);
            for (int row = 0; row < x.Rows; row++, next += (long)x.Columns * size)
                CopyRow(x.Pointer + row * x.RowStride * size, x.ColumnStride, x.Columns, next);
        }
        return new(copy, rows, first.Columns, first.Columns, 1);
    }

    private void CopyRow(byte* source, long stride, int count, byte* target)
    {
        if (stride == 1)
            System.Buffer.MemoryCopy(source, target, (long)count * size, (long)count * size);
        else
            for (long i = 0; i < count; i++)
                System.Buffer.MemoryCopy(source + i * stride * size, target + i * size, size, size);
    }
}
