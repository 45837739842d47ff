namespace Tangent.Kernels;

/// <summary>A product of which square blocks are left out: of either operand, of the output, or of several. Only what remains is read and computed.</summary>
internal static unsafe class BlockMaskedProductExecutor
{
    /// <summary>
    /// output = x · y, where blocks whose mask is false count as zeros. x is [..., m, k] and y [..., k, n], with any strides, of one type that products have; the masks, bool, have
    /// an element for each block, [..., m/size, n/size], [..., m/size, k/size] and [..., k/size, n/size], rounded up; all have the same leading axes; the output is dense.
    /// </summary>
    public static void Run(BlockMaskedProductKernel kernel, BufferView[] inputs, BufferView output) => Run(kernel, inputs, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(BlockMaskedProductKernel kernel, BufferView[] inputs, BufferView output, int vectorBits)
    {
        const string name = "BlockMaskedProduct";
        (BufferView x, BufferView y) = (inputs[0], inputs[1]);
        Require.SameDType(name, "y", x.DType, y.DType);
        Require.SameDType(name, "the output", x.DType, output.DType);
        Require.RowMajor(name, "the output", output.Layout);
        MatrixStack xs = new(x), ys = new(y);
        int[] lead = x.Layout.Shape[..^2];
        Require.SameShape(name, "y", [.. lead, xs.Columns, ys.Columns], y.Layout.Shape);
        Require.SameShape(name, "the output", [.. lead, xs.Rows, ys.Columns], output.Layout.Shape);
        if (output.Layout.Count == 0)
            return;
        var masks = new BlockMaskSet(kernel, inputs[2..], lead, xs.Rows, xs.Columns, ys.Columns);
        List<BlockRegion> regions = [];
        for (long index = 0; index < xs.Count; index++)
            masks.AddRegions(index, xs, ys, regions);
        ProductRoutines product = ProductTable.For(x.DType, vectorBits);
        int size = x.DType.Size, threads = ProductGrid.Threads(regions.Sum(region => region.Operations));
        Workers.For(regions.Count, Workers.Grain(regions.Count, threads), (start, end) =>
        {
            for (int i = (int)start; i < end; i++)
            {
                BlockRegion region = regions[i];
                product.Sum(
                    xs.At(xs.Offset(region.Example)).Block(region.Row, region.Rows, 0, 0, size), ys.At(ys.Offset(region.Example)).Block(0, 0, region.Column, region.Columns, size),
                    region.Terms, new ProductTarget(output, null).From(region.Example * xs.Rows + region.Row, region.Column));
            }
        });
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(output);
    }
}
