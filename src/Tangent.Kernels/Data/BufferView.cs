namespace Tangent.Kernels;

/// <summary>The elements of one array: memory, element type and layout.</summary>
internal sealed unsafe class BufferView(Buffer buffer, DType dtype, Layout layout)
{
    /// <summary>The memory. Keep the view alive while using <see cref="Pointer"/>.</summary>
    public Buffer Buffer { get; } = buffer;

    /// <summary>The element type.</summary>
    public DType DType { get; } = dtype;

    /// <summary>Where the elements lie.</summary>
    public Layout Layout { get; } = layout;

    /// <summary>The address of the first element.</summary>
    public byte* Pointer => Buffer.Pointer + Layout.Offset * DType.Size;

    /// <summary>The bytes that the elements would take without gaps.</summary>
    public long Size => Layout.Count * DType.Size;

    /// <summary>A dense row-major array with memory of its own, not cleared.</summary>
    public static BufferView Allocate(DType dtype, int[] shape) => Allocate(dtype, Layout.RowMajor(shape));

    /// <summary>A dense array with memory of its own, not cleared.</summary>
    public static BufferView Allocate(DType dtype, Layout layout) =>
        new(Buffer.Allocate(checked(layout.Count * dtype.Size)), dtype, layout);

    /// <summary>The same memory seen through another layout.</summary>
    public BufferView With(Layout layout) => new(Buffer, DType, layout);
}
