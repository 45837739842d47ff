namespace Tangent.Kernels;

/// <summary>How the rows of one input lie: one after the other at even distances, each contiguous or one repeated number.</summary>
internal readonly unsafe struct RowOperand
{
    private readonly BufferView view;
    private readonly bool isCopy;

    private RowOperand(BufferView view, long stride, bool isNumber, bool isCopy)
    {
        this.view = view;
        this.isCopy = isCopy;
        Stride = stride * view.DType.Size;
        IsNumber = isNumber;
    }

    /// <summary>The address of the first row.</summary>
    public byte* Pointer => view.Pointer;

    /// <summary>Bytes from one row to the next.</summary>
    public long Stride { get; }

    /// <summary>True if each row has but one number.</summary>
    public bool IsNumber { get; }

    /// <summary>The element type.</summary>
    public DType DType => view.DType;

    /// <summary>The rows of an input; copied where they do not lie like that.</summary>
    public static RowOperand Of(BufferView input, RowInput kind, int rows, int length)
    {
        if (kind == RowInput.SameRow)
            input = input.With(input.Layout.Broadcast([rows, length]));
        if (kind == RowInput.Number)
            length = 1;
        if (TryRead(input, rows, length, false, out RowOperand operand))
            return operand;
        var dense = BufferView.Allocate(input.DType, [rows, length]);
        CopyExecutor.Run(input, dense.With(Layout.RowMajor(input.Layout.Shape)));
        TryRead(dense, rows, length, true, out operand);
        return operand;
    }

    /// <summary>Gives the memory of a copy back.</summary>
    public void Release()
    {
        if (isCopy)
            view.Buffer.Release();
    }

    private static bool TryRead(BufferView input, int rows, int length, bool isCopy, out RowOperand operand)
    {
        Layout? layout = input.Layout.Reshape([rows, length]);
        bool isNumber = length == 1 || layout?.Strides[1] == 0;
        operand = layout is null ? default : new RowOperand(input.With(layout), layout.Strides[0], isNumber, isCopy);
        return layout is not null && (isNumber || layout.Strides[1] == 1);
    }
}
