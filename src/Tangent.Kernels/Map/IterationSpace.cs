namespace Tangent.Kernels;

/// <summary>
/// The axes that some arrays of one shape share, as rows and columns. Axes of length one are left out, and neighbours
/// that every array runs through as through one are merged; the last axis that remains is the columns. Strides and
/// offsets are in bytes.
/// </summary>
internal sealed class IterationSpace
{
    private readonly long[] lengths;
    private readonly long[][] strides;
    private readonly int[] sizes;

    /// <summary>The axes of <paramref name="arrays"/>, all of <paramref name="shape"/>, none of them empty.</summary>
    public IterationSpace(int[] shape, BufferView[] arrays)
    {
        sizes = Array.ConvertAll(arrays, array => array.DType.Size);
        var merged = new List<long>();
        var steps = new List<long[]>();
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] != 1)
                Append(merged, steps, shape[axis], Array.ConvertAll(arrays, array => array.Layout.Strides[axis] * array.DType.Size));
        }
        if (merged.Count == 0)
            Append(merged, steps, 1, new long[arrays.Length]);
        lengths = [.. merged];
        strides = [.. steps];
        Columns = lengths[^1];
        Rows = Layout.CountOf(shape) / Columns;
    }

    /// <summary>Number of rows.</summary>
    public long Rows { get; }

    /// <summary>Elements of a row.</summary>
    public long Columns { get; }

    /// <summary>Bytes between neighbours in a row.</summary>
    public long ColumnStride(int array) => strides[^1][array];

    /// <summary>True if all indices are one element.</summary>
    public bool RepeatsEverywhere(int array) => Array.TrueForAll(strides, stride => stride[array] == 0);

    /// <summary>True if the elements lie one after the other in the order of the axes.</summary>
    public bool IsDense(int array)
    {
        long expected = sizes[array];
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            if (strides[axis][array] != expected)
                return false;
            expected *= lengths[axis];
        }
        return true;
    }

    /// <summary>True if neighbours in a row lie further apart than neighbours in a column.</summary>
    public bool IsTransposed(int array)
    {
        if (lengths.Length < 2)
            return false;
        long down = Math.Abs(strides[^2][array]);
        return down != 0 && down < Math.Abs(ColumnStride(array));
    }

    /// <summary>Bytes from the first element to the first one of a row.</summary>
    public long RowOffset(int array, long row)
    {
        long offset = 0;
        for (int axis = lengths.Length - 2; axis > 0; axis--)
        {
            offset += row % lengths[axis] * strides[axis][array];
            row /= lengths[axis];
        }
        return lengths.Length < 2 ? 0 : offset + row * strides[0][array];
    }

    /// <summary>Copies a block of an array to dense memory, row after row.</summary>
    public unsafe void Gather(int array, byte* source, in MapBlock block, byte* destination)
    {
        long down = lengths.Length < 2 ? 0 : strides[^2][array];
        long lengthDown = lengths.Length < 2 ? 1 : lengths[^2];
        for (long done = 0; done < block.Rows;)
        {
            long row = block.FirstRow + done;
            long run = Math.Min(block.Rows - done, lengthDown - row % lengthDown);
            byte* first = source + RowOffset(array, row) + block.FirstColumn * ColumnStride(array);
            BlockCopy.Run(first, down, ColumnStride(array), destination, run, block.Columns, sizes[array]);
            destination += run * block.Columns * sizes[array];
            done += run;
        }
    }

    // The last axis so far and the new one are one axis if a step on the former is as long as all steps on the latter.
    private static void Append(List<long> lengths, List<long[]> strides, long length, long[] stride)
    {
        if (lengths.Count > 0 && IsContinued(strides[^1], length, stride))
        {
            lengths[^1] *= length;
            strides[^1] = stride;
        }
        else
        {
            lengths.Add(length);
            strides.Add(stride);
        }
    }

    private static bool IsContinued(long[] outer, long length, long[] stride)
    {
        for (int array = 0; array < stride.Length; array++)
        {
            if (outer[array] != stride[array] * length)
                return false;
        }
        return true;
    }
}
