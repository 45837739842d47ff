using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Sums of products of [N, …, C] with filters [O, …, C] in a moving window: [N, …, O]. In groups [N, …, G, C] with [G, O, …, C]. Linear in
/// both; the cotangents are convolutions again (checked by the laws on random windows).
/// </summary>
/// <param name="Stride">By how much the window is moved, along each spatial axis.</param>
/// <param name="Low">Zeros before the first element; negative to leave out some.</param>
/// <param name="High">Zeros behind the last element; negative to leave out some.</param>
/// <param name="KernelDilation">Elements from one place of the window to the next.</param>
/// <param name="InputDilation">Places from one element of the input to the next, with zeros between.</param>
internal sealed record Convolution(PerAxis Stride, PerAxis Low, PerAxis High, PerAxis KernelDilation, PerAxis InputDilation) : Primitive
{
    private int Axes => Stride.Values.Length;

    /// <inheritdoc/>
    public override Parameter[] Parameters =>
    [
        new(nameof(Stride), Stride), new(nameof(Low), Low), new(nameof(High), High),
        new(nameof(KernelDilation), KernelDilation), new(nameof(InputDilation), InputDilation),
    ];

    /// <summary>The number of places that a window can be moved to along an axis; 0 or less if it does not fit in.</summary>
    public static long Outputs(long input, long taps, int stride, int low, int high, int kernelDilation, int inputDilation)
    {
        long room = Spread(input, inputDilation) + low + high - Spread(taps, kernelDilation);
        return room < 0 ? room : room / stride + 1;
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        (Shape input, Shape filters) = (x[0].Shape, x[1].Shape);
        int groups = input.Rank - Axes - 2;
        var shape = new int[input.Rank];
        shape[0] = input[0];
        for (int i = 0; i < Axes; i++)
            shape[1 + i] = (int)Math.Max(0, Outputs(input[1 + i], filters[groups + 1 + i], Stride.Values[i], Low.Values[i], High.Values[i], KernelDilation.Values[i], InputDilation.Values[i]));
        if (groups == 1)
            shape[^2] = input[^2];
        shape[^1] = filters[groups];
        return new(new Shape(shape), x[0].DType);
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ConvolutionKernel(Stride.Values, Low.Values, KernelDilation.Values, InputDilation.Values);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply(first, x[1]) : null,
        dx[1] is { } second ? Apply(x[0], second) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? CotangentOfInput(ct, x[1], x[0].Shape) : null, active[1] ? CotangentOfFilters(x[0], ct, x[1].Shape) : null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Alone;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => x[0] is { } first
        ? [null, CotangentOfFilters(first, ct, inputs[1].Shape)]
        : [CotangentOfInput(ct, Known(x[1]), inputs[0].Shape), null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        if (axes[1] is null)
            return MapInput(x[0], axes[0]!.Value, x[1]);
        return axes[0] is null ? MapFilters(x[0], x[1], axes[1]!.Value) : MapBoth(x[0], axes[0]!.Value, x[1], axes[1]!.Value);
    }

    // A stretched axis: its elements are so many places apart.
    private static long Spread(long length, int dilation) => length == 0 ? 0 : dilation * (length - 1) + 1;

    // The filters, turned over and with channels for filters, are moved over a cotangent with gaps where the window was not.
    private NDArray CotangentOfInput(NDArray ct, NDArray filters, Shape input)
    {
        int groups = input.Rank - Axes - 2;
        int[] spatial = [.. Enumerable.Range(groups + 1, Axes)];
        NDArray turned = Mx.Flip(Mx.SwapAxes(filters, groups, -1), new Axes(spatial));
        var window = new Convolution(InputDilation, Numbers(Before), Numbers(Behind), KernelDilation, Stride);
        return window.Apply(ct, turned);

        int Before(int i) => checked((int)(Spread(filters.Shape[groups + 1 + i], KernelDilation.Values[i]) - 1 - Low.Values[i]));

        int Behind(int i) => checked((int)(Spread(input[1 + i], InputDilation.Values[i]) - Spread(ct.Shape[1 + i], Stride.Values[i]) + Low.Values[i]));
    }

    // The cotangent is moved as a window over the input, with examples for channels.
    private NDArray CotangentOfFilters(NDArray x, NDArray ct, Shape filters)
    {
        int groups = x.Rank - Axes - 2;
        var window = new Convolution(KernelDilation, Low, Numbers(Behind), Stride, InputDilation);
        NDArray moved = window.Apply(Mx.SwapAxes(x, 0, -1), ToFilters(ct));
        return ToFilters(moved);

        int Behind(int i) => checked((int)(
            Spread(ct.Shape[1 + i], Stride.Values[i]) + Spread(filters[groups + 1 + i], KernelDilation.Values[i]) - 1
            - Spread(x.Shape[1 + i], InputDilation.Values[i]) - Low.Values[i]));
    }

    // [N, …, C] as [C, …, N], and [N, …, G, C] as [G, C, …, N].
    private NDArray ToFilters(NDArray x)
    {
        int[] spatial = [.. Enumerable.Range(1, Axes)];
        int[] order = x.Rank == Axes + 2 ? [x.Rank - 1, .. spatial, 0] : [x.Rank - 2, x.Rank - 1, .. spatial, 0];
        return Mx.Transpose(x, new Axes(order));
    }

    private PerAxis Numbers(Func<int, int> number) => [.. Enumerable.Range(0, Axes).Select(number)];

    // The examples are further ones of the batch.
    private Batched MapInput(NDArray x, int axis, NDArray filters)
    {
        NDArray front = Batching.Move(new(x, axis), 0);
        NDArray y = Apply(Batching.Merge(front, 0), filters);
        return new(Batching.Split(y, 0, front.Shape[0], front.Shape[1]), 0);
    }

    // The examples are further filters, of each group.
    private Batched MapFilters(NDArray x, NDArray filters, int axis)
    {
        int place = x.Rank - Axes - 2;
        NDArray moved = Batching.Move(new(filters, axis), place);
        NDArray y = Apply(x, Batching.Merge(moved, place));
        return new(Batching.Split(y, y.Rank - 1, moved.Shape[place], moved.Shape[place + 1]), y.Rank - 1);
    }

    // The examples are further groups.
    private Batched MapBoth(NDArray x, int axis, NDArray filters, int axisOfFilters)
    {
        int rank = x.Rank - 1;
        bool isGrouped = rank == Axes + 3;
        int place = Axes + 1;
        NDArray moved = Batching.Move(new(x, axis), place), front = Batching.Move(new(filters, axisOfFilters), 0);
        NDArray y = isGrouped ? Apply(Batching.Merge(moved, place), Batching.Merge(front, 0)) : Apply(moved, front);
        return new(isGrouped ? Batching.Split(y, place, front.Shape[0], front.Shape[1]) : y, place);
    }
}
