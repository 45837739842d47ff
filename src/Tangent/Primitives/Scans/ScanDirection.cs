using Tangent.Kernels;

namespace Tangent;

/// <summary>Along which axis a scan accumulates, from which end, and whether a place counts towards its own result.</summary>
internal readonly record struct ScanDirection(int Axis, bool Reverse, bool Inclusive)
{
    /// <summary>The same axis from the other end.</summary>
    public ScanDirection Opposite => this with { Reverse = !Reverse };

    /// <summary>Applies a scan along an axis, or to the flattened array where it is null.</summary>
    public static NDArray Apply(string function, NDArray x, int? axis, bool reverse, bool inclusive, Func<ScanDirection, Primitive> primitive)
    {
        if (axis is null)
            return Apply(function, Mx.Flatten(x), 0, reverse, inclusive, primitive);
        return primitive(new(Axes.Normalize(function, axis.Value, x.Rank), reverse, inclusive)).Apply(x);
    }

    /// <summary>The axis, and what is not the usual.</summary>
    public override string ToString() => $"axis {Axis}{(Reverse ? ", reverse" : "")}{(Inclusive ? "" : ", exclusive")}";

    /// <summary>The kernel that accumulates in this direction.</summary>
    public ScanKernel Kernel(ScanOp op) => new(op, Axis, Reverse, Inclusive);

    /// <summary>The same axis of each example of a batch.</summary>
    public ScanDirection In(int batch) => this with { Axis = Axis < batch ? Axis : Axis + 1 };

    /// <summary>Every element moved to the place after its own; <paramref name="first"/> enters and the last one leaves.</summary>
    public NDArray Shift(NDArray x, NDArray first)
    {
        int length = x.Shape[Axis];
        if (length == 0)
            return x;
        NDArray entering = Mx.BroadcastTo(first, x.Shape.With(Axis, 1));
        NDArray staying = Slice.Along(x, Axis, Reverse ? 1 : 0, length - 1);
        return Mx.Concatenate(Reverse ? [staying, entering] : [entering, staying], Axis);
    }

    /// <summary>The same, with a number that enters.</summary>
    public NDArray Shift(NDArray x, double first) => Shift(x, Constant.Of(first, x.DType));

    /// <summary>What an inclusive scan of the same result accumulates: the elements, moved by a place if they do not count for their own.</summary>
    public NDArray Accumulated(NDArray x, NDArray first) => Inclusive ? x : Shift(x, first);

    /// <summary>The same, with a number that enters.</summary>
    public NDArray Accumulated(NDArray x, double first) => Accumulated(x, Constant.Of(first, x.DType));

    /// <summary>The element at which a scan begins.</summary>
    public NDArray First(NDArray x) => Slice.Along(x, Axis, Reverse ? x.Shape[Axis] - 1 : 0, 1);
}
