namespace Tangent.Kernels;

/// <summary>The output of a convolution cut for threads: by groups and planes, and where that is not enough by rows and by examples.</summary>
internal sealed class PositionParts
{
    private readonly int planes;
    private readonly int height;
    private readonly int batch;
    private readonly int rowParts;
    private readonly int exampleParts;

    public PositionParts(ConvolutionShape shape, int tile)
    {
        (planes, height, batch) = (shape.Axes[0].Outputs, shape.Axes[1].Outputs, shape.Batch);
        int threads = Threads = ProductGrid.Threads(shape.Operations);
        long whole = (long)shape.Groups * planes;
        // Examples first: a band is then packed once still.
        exampleParts = whole >= threads ? 1 : (int)Math.Clamp(threads / whole, 1, Math.Max(1, batch / (2 * tile)));
        rowParts = whole * exampleParts >= threads ? 1 : (int)Math.Clamp((threads + whole * exampleParts - 1) / (whole * exampleParts), 1, height);
        Count = whole * exampleParts * rowParts;
    }

    /// <summary>The number of parts.</summary>
    public long Count { get; }

    /// <summary>The threads worth using.</summary>
    public int Threads { get; }

    /// <summary>A part.</summary>
    public PositionPart At(long index)
    {
        (index, long rowPart) = Math.DivRem(index, rowParts);
        (index, long examplePart) = Math.DivRem(index, exampleParts);
        (long group, long plane) = Math.DivRem(index, planes);
        (int row, int example) = (Start(height, rowPart, rowParts), Start(batch, examplePart, exampleParts));
        return new((int)group, (int)plane, row, Start(height, rowPart + 1, rowParts) - row, example, Start(batch, examplePart + 1, exampleParts) - example);
    }

    private static int Start(int length, long part, int parts) => (int)(length * part / parts);
}

/// <summary>Some rows of a plane of a group, of some examples.</summary>
internal readonly record struct PositionPart(int Group, int Plane, int FirstRow, int Rows, int FirstExample, int Examples);
