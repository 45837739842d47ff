namespace Tangent.Kernels;

/// <summary>Products of chosen matrices, one by one, each cut into the parts of a grid.</summary>
internal sealed unsafe class GatherProduct(MatrixStack x, MatrixStack y, long[] left, long[] right, ProductRoutines product, BufferView output)
{
    public MatrixStack X => x;

    public MatrixStack Y => y;

    /// <summary>Where the left operands begin.</summary>
    public long[] Left => left;

    /// <summary>Where the right operands begin.</summary>
    public long[] Right => right;

    public ProductRoutines Product => product;

    public BufferView Output => output;

    /// <summary>Multiplications and additions of all products.</summary>
    public double Operations => 2.0 * left.Length * x.Rows * x.Columns * y.Columns;

    public void Run()
    {
        int size = output.DType.Size;
        ProductMethod method = product.MethodOf(x.At(0), y.At(0), y.Columns);
        SumGrid.Run(left.Length, x.Rows, y.Columns, Operations, (index, part) => product.Run(
            x.At(left[index]).Block(part.Row, part.Rows, 0, x.Columns, size), y.At(right[index]).Block(0, y.Rows, part.Column, part.Columns, size),
            new ProductTarget(output, null).From(index * x.Rows + part.Row, part.Column), method));
    }
}
