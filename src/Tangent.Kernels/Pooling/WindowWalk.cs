namespace Tangent.Kernels;

/// <summary>The rows of the output in a part, one after the other, and for each the rows of the input that its windows meet.</summary>
internal unsafe ref struct WindowWalk
{
    private readonly PoolShape shape;
    private readonly PoolPart part;
    private readonly int outer;
    private readonly Span<int> output;
    private bool isFirst = true;

    /// <summary>Before the first row.</summary>
    /// <param name="shape">The pooling.</param>
    /// <param name="part">The part.</param>
    /// <param name="output">Memory for a number for each axis.</param>
    public WindowWalk(PoolShape shape, in PoolPart part, Span<int> output)
    {
        this.shape = shape;
        this.part = part;
        this.output = output;
        outer = shape.Axes.Length - 1;
        (FirstOutput, EndOutput) = outer == 0 ? (part.FirstOutput, part.EndOutput) : (0, shape.Row.Outputs);
        (FirstPlace, EndPlace) = outer == 0 ? (part.FirstPlace, part.EndPlace) : (0, shape.Row.Input);
    }

    /// <summary>The outputs in each row: the first, and the one behind the last.</summary>
    public int FirstOutput { get; }

    /// <inheritdoc cref="FirstOutput"/>
    public int EndOutput { get; }

    /// <summary>The places of a row of the input that belong to the part: the first, and the one behind the last.</summary>
    public int FirstPlace { get; }

    /// <inheritdoc cref="FirstPlace"/>
    public int EndPlace { get; }

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool MoveNext()
    {
        if (isFirst)
        {
            isFirst = false;
            output.Clear();
            output[0] = part.FirstOutput;
            for (int axis = 0; axis < outer; axis++)
                if (output[axis] >= End(axis))
                    return false;
            return FirstOutput < EndOutput;
        }
        for (int axis = outer - 1; axis >= 0; axis--)
        {
            if (++output[axis] < End(axis))
                return true;
            output[axis] = axis == 0 ? part.FirstOutput : 0;
        }
        return false;
    }

    /// <summary>Where the row begins in an array of the output's shape, of which an example is given: at the first output of the axis.</summary>
    public readonly T* Row<T>(PoolOperand operand, T* example)
        where T : unmanaged
    {
        for (int axis = 0; axis < outer; axis++)
            example += output[axis] * operand.Stride(axis);
        return example;
    }

    /// <summary>Where the rows begin that the windows meet, in an array of the input's shape: all, or those of the part. Returns how many there are.</summary>
    public readonly int Rows<T>(PoolOperand operand, T* example, bool ofPart, T** rows)
        where T : unmanaged
    {
        int count = 1;
        rows[0] = example;
        for (int axis = 0; axis < outer && count > 0; axis++)
        {
            bool isCut = ofPart && axis == 0;
            (int first, int end) = shape.Axes[axis].Taps(output[axis], isCut ? part.FirstPlace : 0, isCut ? part.EndPlace : shape.Axes[axis].Input);
            long stride = operand.Stride(axis), start = shape.Axes[axis].Start(output[axis]);
            int taps = Math.Max(0, end - first);
            // From the last on, so that none is written over before it was read.
            for (int row = count - 1; row >= 0; row--)
            {
                T* origin = rows[row];
                for (int tap = taps - 1; tap >= 0; tap--)
                    rows[row * taps + tap] = origin + (start + first + tap) * stride;
            }
            count *= taps;
        }
        return count;
    }

    private readonly int End(int axis) => axis == 0 ? part.EndOutput : shape.Axes[axis].Outputs;
}
