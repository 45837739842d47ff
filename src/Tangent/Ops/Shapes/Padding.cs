namespace Tangent;

/// <summary>Pads arrays with values, or with copies of their own elements.</summary>
internal static class Padding
{
    /// <summary>The array in the midst of a value.</summary>
    public static NDArray Constant(NDArray x, (int Before, int After)[] widths, NDArray value)
    {
        Shape padded = new([.. x.Shape.Select((length, axis) => Checked((long)length + widths[axis].Before + widths[axis].After, x.Shape))]);
        int[] start = [.. widths.Select(pair => pair.Before)];
        return SliceUpdate.Of(Mx.Full(padded, Elementwise.ToType("Pad", value, x.DType)), x, new Region(start, Region.Full(x.Shape).Step, x.Shape));
    }

    /// <summary>The array continued along an axis by its own elements.</summary>
    public static NDArray Repeated(NDArray x, int axis, int before, int after, PadMode mode)
    {
        if (before == 0 && after == 0)
            return x;
        int length = x.Shape[axis];
        Checked((long)length + before + after, x.Shape);
        if (length == 0)
            throw new ArgumentException($"Pad: axis {axis} of shape {x.Shape} has no elements to repeat.", nameof(x));
        if (mode == PadMode.Edge || length == 1)
            return Mx.Concatenate([Spread(x, axis, 0, before), x, Spread(x, axis, length - 1, after)], axis);
        List<NDArray> pieces = [.. Images(x, axis, before, mode, first: true).Reverse(), x, .. Images(x, axis, after, mode, first: false)];
        return Mx.Concatenate(pieces, axis);
    }

    private static NDArray Spread(NDArray x, int axis, int index, int count) =>
        Mx.BroadcastTo(Slice.Along(x, axis, index, 1), x.Shape.With(axis, count));

    /// <summary>
    /// What stands beyond one edge, from the edge outwards: mirror images that alternate with the array itself, each
    /// without the element about which it is mirrored if that is not to be repeated.
    /// </summary>
    private static IEnumerable<NDArray> Images(NDArray x, int axis, int count, PadMode mode, bool first)
    {
        int length = x.Shape[axis];
        int skipped = mode == PadMode.Reflect ? 1 : 0;
        for (bool mirrored = true; count > 0; mirrored = !mirrored)
        {
            int taken = Math.Min(count, length - skipped);
            bool upwards = first == mirrored;
            int near = upwards ? skipped : length - 1 - skipped;
            int far = upwards ? near + taken - 1 : near - taken + 1;
            int step = upwards ? 1 : -1;
            yield return first ? Slice.Along(x, axis, far, taken, -step) : Slice.Along(x, axis, near, taken, step);
            count -= taken;
        }
    }

    private static int Checked(long length, Shape shape) => length <= int.MaxValue
        ? (int)length
        : throw new ArgumentException($"Pad: an axis of shape {shape} would get {length} elements.", "padWidth");
}
