namespace Tangent;

/// <summary>Turns what stands between the brackets of <c>x[…]</c> into a selection.</summary>
internal sealed class IndexParser
{
    private readonly string function;
    private readonly Shape shape;
    private readonly NDArray[] indices;
    private readonly bool indicesFirst;
    private readonly int[] start;
    private int[] step;
    private readonly int[] lengths;
    // The lengths of the result, where it has others than the part that the region is; the axes that the part lacks.
    private readonly List<int>? result;
    private readonly int[] dropped;
    private int droppedCount;
    private Axes indexed;
    private int axis;
    private int? place;

    private IndexParser(string function, Shape shape, ReadOnlySpan<ArrayIndex> index)
    {
        this.function = function;
        this.shape = shape;
        start = new int[shape.Rank];
        step = Region.UnitSteps(shape.Rank);
        lengths = [.. shape.Lengths];
        indices = ArraysIn(function, index);
        result = indices.Length > 0 || Count(index, ArrayIndexKind.NewAxis) > 0 ? new(shape.Rank) : null;
        dropped = indices.Length > 0 ? [] : new int[Count(index, ArrayIndexKind.Integer)];
        indicesFirst = indices.Length > 0 && AreApart(index, shape.Rank - Consumed(index));
    }

    /// <summary>
    /// The selection from an array of a shape. As in NumPy, the axes of index arrays stand where the first integer or
    /// array stands, but first of all if others stand between them.
    /// </summary>
    public static Selection Parse(string function, Shape shape, ReadOnlySpan<ArrayIndex> index)
    {
        if (Masks.AnyIn(index))
            index = Masks.Expand(function, shape, index);
        RequireCount(function, shape, index);
        var parser = new IndexParser(function, shape, index);
        if (parser.indicesFirst)
            parser.PlaceIndices(0);
        foreach (ArrayIndex entry in index)
            parser.Add(entry, shape.Rank - Consumed(index));
        parser.KeepAxes(shape.Rank - parser.axis);
        var region = new Region(parser.start, parser.step, new(parser.lengths), new(parser.dropped));
        return new(function, region, parser.indexed, parser.indices, parser.place ?? 0, parser.result is { } result ? new([.. result]) : region.Part);
    }

    /// <summary>What is selected: by a mask alone without knowing its values before, else a selection.</summary>
    public static IPart ParsePart(string function, Shape shape, ReadOnlySpan<ArrayIndex> index) =>
        index.Length == 1 && index[0].Kind is ArrayIndexKind.Mask
            ? new MaskedPart(function, shape, index[0].Array!)
            : Parse(function, shape, index);

    /// <summary>How many axes the entries address.</summary>
    public static int Consumed(ReadOnlySpan<ArrayIndex> index)
    {
        int count = 0;
        foreach (ArrayIndex entry in index)
            count += entry.Consumed;
        return count;
    }

    private static int Count(ReadOnlySpan<ArrayIndex> index, ArrayIndexKind kind)
    {
        int count = 0;
        foreach (ArrayIndex entry in index)
            count += entry.Kind == kind ? 1 : 0;
        return count;
    }

    private static NDArray[] ArraysIn(string function, ReadOnlySpan<ArrayIndex> index)
    {
        List<NDArray>? arrays = null;
        foreach (ArrayIndex entry in index)
            if (entry.Kind is ArrayIndexKind.Array)
                (arrays ??= []).Add(entry.Array!);
        return arrays is null ? [] : Indices.Align(function, [.. arrays]);
    }

    private static void RequireCount(string function, Shape shape, ReadOnlySpan<ArrayIndex> index)
    {
        if (Count(index, ArrayIndexKind.Ellipsis) is > 1 and var ellipses)
            throw new ArgumentException($"{function}: an index can have one ellipsis, not {ellipses}.", nameof(index));
        if (Consumed(index) > shape.Rank)
            throw new ArgumentException($"{function}: {Consumed(index)} indices for the {shape.Rank} axes of shape {shape}.", nameof(index));
    }

    /// <summary>True if other entries stand between integers and arrays. An ellipsis for no axes is none.</summary>
    private static bool AreApart(ReadOnlySpan<ArrayIndex> index, int left)
    {
        bool begun = false;
        bool ended = false;
        foreach (ArrayIndex entry in index)
        {
            if (entry.Kind is ArrayIndexKind.Ellipsis && left == 0)
                continue;
            if (entry.IsAdvanced && ended)
                return true;
            ended |= begun && !entry.IsAdvanced;
            begun |= entry.IsAdvanced;
        }
        return false;
    }

    private void Add(ArrayIndex entry, int left)
    {
        switch (entry.Kind)
        {
            case ArrayIndexKind.NewAxis:
                result!.Add(1);
                break;
            case ArrayIndexKind.Ellipsis:
                KeepAxes(left);
                break;
            case ArrayIndexKind.Slice:
                AddSlice(entry);
                break;
            case ArrayIndexKind.Integer:
                PlaceIndices(axis);
                AddInteger(entry.Start!.Value);
                break;
            default:
                foreach (int place in entry.List ?? [])
                    Indices.Place(function, place, shape, axis);
                PlaceIndices(axis);
                indexed = new([.. indexed, axis++]);
                break;
        }
    }

    private void PlaceIndices(int before)
    {
        if (indices.Length == 0 || place is not null)
            return;
        place = before;
        result!.AddRange(indices[0].Shape);
    }

    private void KeepAxes(int count)
    {
        for (; count > 0; count--, axis++)
            result?.Add(shape[axis]);
    }

    private void AddInteger(Index index)
    {
        long signed = index.IsFromEnd ? -(long)index.Value : index.Value;
        if (signed == 0 && index.IsFromEnd)
            signed = shape[axis];
        start[axis] = Indices.Place(function, signed, shape, axis);
        if (indices.Length == 0)
            dropped[droppedCount++] = axis;
        lengths[axis++] = 1;
    }

    // Until then they may be those of other regions.
    private void SetStep(int value)
    {
        step = [.. step];
        step[axis] = value;
    }

    /// <summary>Python's rule: ends that are missing are those of the axis, ends beyond it are cut.</summary>
    private void AddSlice(ArrayIndex slice)
    {
        int length = shape[axis];
        int lowest = slice.Step < 0 ? -1 : 0;
        int highest = slice.Step < 0 ? length - 1 : length;
        long first = End(slice.Start, slice.Step < 0 ? highest : lowest);
        long stop = End(slice.Stop, slice.Step < 0 ? lowest : highest);
        long distance = slice.Step < 0 ? first - stop : stop - first;
        int count = distance <= 0 ? 0 : (int)((distance - 1) / Math.Abs((long)slice.Step) + 1);
        start[axis] = count == 0 ? 0 : (int)first;
        if (count > 1 && slice.Step != 1)
            SetStep(slice.Step);
        lengths[axis++] = count;
        result?.Add(count);

        long End(Index? index, int otherwise) => index is { } given
            ? Math.Clamp(given.IsFromEnd ? (long)length - given.Value : given.Value, lowest, highest)
            : otherwise;
    }
}
