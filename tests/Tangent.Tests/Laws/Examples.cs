using Tangent.Kernels;

namespace Tangent.Tests.Laws;

/// <summary>Stacks and takes apart batches byte by byte, without the operations that the laws test.</summary>
internal static class Examples
{
    /// <summary>Arrays of one shape and type, stacked along a new axis.</summary>
    public static NDArray Stack(NDArray[] examples, int axis)
    {
        byte[] bytes = [.. examples.SelectMany(Bytes)];
        return Mx.MoveAxis(From(bytes, examples[0].DType, examples[0].Shape.Insert(0, examples.Length)), 0, axis);
    }

    /// <summary>One example of a batch.</summary>
    public static NDArray Take(NDArray batch, int axis, int example)
    {
        Shape shape = batch.Shape.Without([axis]);
        int size = checked((int)(shape.Size * batch.DType.Size));
        return From(Bytes(Mx.MoveAxis(batch, axis, 0)).AsSpan(example * size, size), batch.DType, shape);
    }

    private static unsafe byte[] Bytes(NDArray x)
    {
        BufferView view = x.Dense();
        byte[] bytes = new Span<byte>(view.Pointer, checked((int)view.Size)).ToArray();
        GC.KeepAlive(view);
        return bytes;
    }

    private static unsafe NDArray From(ReadOnlySpan<byte> bytes, DType dtype, Shape shape)
    {
        BufferView view = BufferView.Allocate(dtype, shape.ToArray());
        bytes.CopyTo(new Span<byte>(view.Pointer, bytes.Length));
        GC.KeepAlive(view);
        return new NDArray(new Node(view));
    }
}
