using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// An array over memory in row-major order, without a copy. The memory must not change while arrays made from it
    /// are in use; it stays pinned until they are collected.
    /// </summary>
    /// <param name="memory">The elements.</param>
    /// <param name="shape">Must have as many elements; left out, one axis.</param>
    /// <exception cref="ArgumentException">There are more or fewer elements than the shape has, or no such element type.</exception>
    public static NDArray FromMemory<T>(ReadOnlyMemory<T> memory, Shape? shape = null) where T : unmanaged
    {
        Shape whole = shape ?? new Shape([memory.Length]);
        if (whole.HasNegativeLength || whole.Size != memory.Length)
            throw new ArgumentException($"FromMemory: {memory.Length} elements do not fill shape {whole}.", nameof(shape));
        DType dtype = ElementTypes.Require<T>("FromMemory");
        return Borrow(memory.Pin(), dtype, Layout.RowMajor(whole.Lengths), memory.Length);
    }

    /// <summary>
    /// An array over the memory of a tensor, without a copy, whatever its strides. The tensor must not change while
    /// arrays made from it are in use; it stays pinned until they are collected.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such element type.</exception>
    public static unsafe NDArray FromTensor<T>(Tensor<T> tensor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        DType dtype = ElementTypes.Require<T>("FromTensor");
        Shape shape = ShapeOf("FromTensor", tensor.Lengths);
        if (tensor.IsEmpty)
            return Zeros(shape, dtype);
        long[] strides = new long[shape.Rank];
        long last = 0;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = tensor.Strides[axis];
            last += strides[axis] * Math.Max(0, shape[axis] - 1);
        }
        MemoryHandle handle = tensor.GetPinnedHandle();
        // The handle of a slice points at the first element of the whole tensor.
        long offset = (T*)Unsafe.AsPointer(ref Unsafe.AsRef(in tensor.AsReadOnlyTensorSpan().GetPinnableReference())) - (T*)handle.Pointer;
        return Borrow(handle, dtype, new Layout(shape.Lengths, strides, offset), offset + last + 1);
    }

    /// <summary>The lengths of a tensor as a shape: [0] where there are none, since a tensor without axes is .NET's empty one.</summary>
    internal static Shape ShapeOf(string function, ReadOnlySpan<nint> lengths)
    {
        if (lengths.IsEmpty)
            return new Shape([0]);
        var shape = new int[lengths.Length];
        for (int axis = 0; axis < shape.Length; axis++)
            shape[axis] = lengths[axis] <= int.MaxValue
                ? (int)lengths[axis]
                : throw new ArgumentException($"{function}: axis {axis} has length {lengths[axis]}, more than an array's axis can have.", nameof(lengths));
        return new Shape(shape);
    }

    private static NDArray Borrow(MemoryHandle handle, DType dtype, Layout layout, long elements) =>
        new(new Node(new BufferView(new PinnedBuffer(handle, elements * dtype.Size), dtype, layout)));
}
