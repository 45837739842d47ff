namespace Tangent.Kernels;

/// <summary>The masks of a block-masked product, and the regions of the output that they make.</summary>
internal sealed unsafe class BlockMaskSet
{
    // So large that packing is little beside multiplying, and so small that threads have something to share.
    private const int MostRows = 256;
    private const int MostColumns = 512;

    private readonly int size;
    private readonly int rows;
    private readonly int depth;
    private readonly int columns;
    private readonly BufferView? output;
    private readonly BufferView? left;
    private readonly BufferView? right;

    public BlockMaskSet(BlockMaskedProductKernel kernel, BufferView[] masks, int[] lead, int rows, int depth, int columns)
    {
        (size, this.rows, this.depth, this.columns) = (kernel.BlockSize, rows, depth, columns);
        int next = 0;
        output = Take(BlockMasks.Output, Blocks(rows), Blocks(columns));
        left = Take(BlockMasks.Left, Blocks(rows), Blocks(depth));
        right = Take(BlockMasks.Right, Blocks(depth), Blocks(columns));
        if (next != masks.Length)
            throw new ArgumentException($"BlockMaskedProduct: {masks.Length} masks for {kernel}.", nameof(masks));

        BufferView? Take(BlockMasks which, int high, int wide)
        {
            if (!kernel.Masks.HasFlag(which))
                return null;
            BufferView mask = masks[next++];
            Require.SameDType("BlockMaskedProduct", "a mask", DType.Bool, mask.DType);
            Require.SameShape("BlockMaskedProduct", $"the mask {which}", [.. lead, high, wide], mask.Layout.Shape);
            return mask;
        }
    }

    /// <summary>Rectangles that make up the output of one example: neighbouring blocks to which the same of the depth contributes.</summary>
    public void AddRegions(long example, MatrixStack x, MatrixStack y, List<BlockRegion> regions)
    {
        int high = Blocks(rows), wide = Blocks(columns), deep = Blocks(depth);
        bool[,] outputs = Read(output, example, high, wide), lefts = Read(left, example, high, deep), rights = Read(right, example, deep, wide);
        for (int row = 0, end; row < high; row = end)
        {
            int first = row;
            end = row + 1;
            while (end < high && (end - row) * size < MostRows && SameRow(outputs, first, end) && SameRow(lefts, first, end))
                end++;
            for (int column = 0, last; column < wide; column = last)
            {
                int from = column;
                last = column + 1;
                while (last < wide && (last - column) * size < MostColumns && outputs[first, last] == outputs[first, from] && (!outputs[first, from] || SameColumn(lefts, first, rights, from, last)))
                    last++;
                ProductTerm[] terms = outputs[first, column] ? Terms(lefts, first, rights, column, x.ColumnStride, y.RowStride) : [];
                regions.Add(new(example, row * size, Math.Min(rows, end * size) - row * size, column * size, Math.Min(columns, last * size) - column * size, terms));
            }
        }
    }

    private int Blocks(int length) => (length + size - 1) / size;

    private ProductTerm[] Terms(bool[,] lefts, int row, bool[,] rights, int column, long strideOfX, long strideOfY)
    {
        List<ProductTerm> terms = [];
        for (int block = 0; block < lefts.GetLength(1); block++)
            if (lefts[row, block] && rights[block, column])
                new ProductTerm((long)block * size * strideOfX, (long)block * size * strideOfY, Math.Min(size, depth - block * size)).AddTo(terms, strideOfX, strideOfY);
        return [.. terms];
    }

    private static bool SameRow(bool[,] mask, int first, int second)
    {
        for (int i = 0; i < mask.GetLength(1); i++)
            if (mask[first, i] != mask[second, i])
                return false;
        return true;
    }

    // Of a row of blocks on the left, the same blocks on the right.
    private static bool SameColumn(bool[,] lefts, int row, bool[,] rights, int first, int second)
    {
        for (int i = 0; i < rights.GetLength(0); i++)
            if (lefts[row, i] && rights[i, first] != rights[i, second])
                return false;
        return true;
    }

    private static bool[,] Read(BufferView? mask, long example, int high, int wide)
    {
        var blocks = new bool[high, wide];
        StridedMatrix view = mask is null ? default : new MatrixStack(mask) is var stack ? stack.At(stack.Offset(example)) : default;
        for (int i = 0; i < high; i++)
            for (int j = 0; j < wide; j++)
                blocks[i, j] = mask is null || view.Pointer[i * view.RowStride + j * view.ColumnStride] != 0;
        return blocks;
    }
}
