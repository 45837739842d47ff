namespace Tangent.Kernels;

/// <summary>An array [..., channels] whose channels are neighbours, of numbers that are as many a channel as the element type has parts.</summary>
internal sealed unsafe class PoolOperand : IDisposable
{
    private readonly BufferView given;
    private readonly BufferView view;
    private readonly int axes;
    private readonly int parts;

    /// <summary>An operand of any strides: where its channels are no neighbours a copy is made, without what repeats.</summary>
    public PoolOperand(BufferView view, int axes)
    {
        given = view;
        this.view = WithDenseChannels(view);
        this.axes = axes;
        parts = view.DType.IsComplex ? 2 : 1;
    }

    /// <summary>Numbers of a pixel.</summary>
    public long Channels => (long)view.Layout.Shape[^1] * parts;

    /// <summary>Numbers from one pixel of a row to the next.</summary>
    public long Pixel => Stride(axes - 1);

    /// <summary>Numbers from one place to the next along an axis of the window.</summary>
    public long Stride(int axis) => view.Layout.Strides[view.Layout.Shape.Length - 1 - axes + axis] * parts;

    /// <summary>Where an example begins, the examples counted in row-major order.</summary>
    public byte* Example(long index)
    {
        long offset = 0;
        for (int axis = view.Layout.Shape.Length - 2 - axes; axis >= 0; axis--)
        {
            (index, long place) = Math.DivRem(index, view.Layout.Shape[axis]);
            offset += place * view.Layout.Strides[axis];
        }
        return view.Pointer + offset * view.DType.Size;
    }

    /// <summary>Gives back the copy, if there is one.</summary>
    public void Dispose()
    {
        if (view != given)
            view.Buffer.Release();
        GC.KeepAlive(given);
    }

    private static BufferView WithDenseChannels(BufferView view)
    {
        Layout layout = view.Layout;
        int last = layout.Shape.Length - 1;
        if (layout.Strides[last] == 1 || layout.Shape[last] == 1)
            return view;
        int[] distinct = [.. layout.Shape.Select((length, axis) => axis < last && layout.Strides[axis] == 0 ? Math.Min(1, length) : length)];
        BufferView copy = BufferView.Allocate(view.DType, distinct);
        CopyExecutor.Run(view.With(new(distinct, layout.Strides, layout.Offset)), copy);
        return copy.With(copy.Layout.Broadcast(layout.Shape));
    }
}
