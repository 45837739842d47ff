using Tangent.Kernels;

namespace Tangent;

/// <summary>The elements of an array in a file, row by row, which are read when it is evaluated. Reading has no effect: it may happen again, or never.</summary>
internal sealed record FileRegion(ByteSource Source, long Offset, RegionCoding Coding, Shape Shape, DType DType) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Offset), Offset), new(nameof(Coding), Coding), new(nameof(Shape), Shape), new(nameof(DType), DType)];

    /// <summary>The array at a place of a file, whose bytes are there. What is in memory anyway is an array at once, which does not hold on to the file's bytes.</summary>
    public static NDArray Of(ByteSource source, long offset, RegionCoding coding, Shape shape, DType dtype)
    {
        long bytes = shape.TryCountBytes(dtype, out long count) ? coding.CountFileBytes(count) : long.MaxValue;
        source.Require(offset, bytes, $"an array {new ArraySpec(shape, dtype)}");
        if (coding == RegionCoding.Verbatim && offset % dtype.Size == 0 && source.Map(offset, bytes) is { } mapped)
            return new(new Node(new BufferView(mapped, dtype, Layout.RowMajor(shape.Lengths))));
        var region = new FileRegion(source, offset, coding, shape, dtype);
        if (source.IsLazy)
            return region.Apply();
        BufferView memory = NDArray.Allocate(dtype, shape);
        region.Fill(memory);
        return new(new Node(memory));
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Shape, DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) =>
        new HostKernel(FormattableString.Invariant($"{Name} {Source.Name} at {Offset}"), 0, (_, outputs) => Fill(outputs[0]));

    private unsafe void Fill(BufferView target)
    {
        Coding.Read(Source, Offset, target.Pointer, target.Size);
        Source.RequireUnchanged();
        GC.KeepAlive(target);
    }
}
