namespace Tangent.Kernels.Tests.Convolution;

/// <summary>A convolution for tests: [N, …, C] with [O, …, C], in groups [N, …, G, C] with [G, O, …, C].</summary>
internal sealed record RandomWindow(int[] X, int[] Filters, int[] Stride, int[] Low, int[] High, int[] KernelDilation, int[] InputDilation)
{
    private static readonly string[] Kinds = ["dense", "transposed", "strided", "reversed"];

    public string KindOfX { get; init; } = "dense";

    public string KindOfFilters { get; init; } = "dense";

    public ConvolutionKernel Kernel => new(Stride, Low, KernelDilation, InputDilation);

    private int Axes => Stride.Length;

    private int Groups => X.Length - Axes - 2;

    public int[] Output => Groups == 1 ? [X[0], .. Places, X[^2], Filters[1]] : [X[0], .. Places, Filters[0]];

    private IEnumerable<int> Places => Enumerable.Range(0, Axes).Select(PlacesOf);

    /// <summary>A window of at least one place over an input that may be empty.</summary>
    public static RandomWindow Of(Random random)
    {
        while (true)
        {
            int axes = random.Next(1, 4), groups = random.Next(3) == 0 ? random.Next(1, 20) : 0;
            int most = axes == 3 ? 5 : axes == 2 ? 9 : 40;
            int channels = random.Next(groups > 0 ? 3 : 20), filters = random.Next(1, groups > 0 ? 4 : 40);
            int[] input = [.. Numbers(0, most)], taps = [.. Numbers(1, random.Next(2) == 0 ? 4 : most)];
            var window = new RandomWindow(
                groups > 0 ? [random.Next(1, 4), .. input, groups, channels] : [random.Next(1, 4), .. input, channels],
                groups > 0 ? [groups, filters, .. taps, channels] : [filters, .. taps, channels],
                [.. Numbers(1, 4)], [.. Numbers(-2, 5)], [.. Numbers(-2, 5)], [.. Numbers(1, 4)], [.. Numbers(1, 4)])
            {
                KindOfX = Kinds[random.Next(Kinds.Length)],
                KindOfFilters = Kinds[random.Next(Kinds.Length)],
            };
            if (window.Places.All(places => places > 0))
                return window;

            IEnumerable<int> Numbers(int least, int end) => Enumerable.Range(0, axes).Select(_ => random.Next(least, end)).ToArray();
        }
    }

    /// <summary>The sums by their definition, and those of all magnitudes.</summary>
    public unsafe (double[] Sums, double[] Sizes) Sums(BufferView x, BufferView filters)
    {
        double[] input = [.. Operand.Offsets(x.Layout).Select(offset => Operand.Read(x.Pointer, x.DType, offset).Real)];
        double[] factors = [.. Operand.Offsets(filters.Layout).Select(offset => Operand.Read(filters.Pointer, filters.DType, offset).Real)];
        int count = Output.Aggregate(1, (product, length) => product * length);
        (double[] sums, double[] sizes) = (new double[count], new double[count]);
        int[] taps = Filters[(Groups + 1)..^1];
        foreach (int[] place in Indices(Output))
        {
            int at = Flat(place, Output), filter = place[^1], group = Groups == 1 ? place[^2] : 0;
            foreach (int[] tap in Indices(taps))
            {
                int[] source = [.. Enumerable.Range(0, Axes).Select(axis => (place[1 + axis] * Stride[axis]) + (tap[axis] * KernelDilation[axis]) - Low[axis])];
                if (!Enumerable.Range(0, Axes).All(axis => source[axis] >= 0 && source[axis] % InputDilation[axis] == 0 && source[axis] / InputDilation[axis] < X[1 + axis]))
                    continue;
                int[] element = [.. source.Select((value, axis) => value / InputDilation[axis])];
                for (int channel = 0; channel < X[^1]; channel++)
                {
                    double a = input[Flat(Groups == 1 ? [place[0], .. element, group, channel] : [place[0], .. element, channel], X)];
                    double b = factors[Flat(Groups == 1 ? [group, filter, .. tap, channel] : [filter, .. tap, channel], Filters)];
                    sums[at] += a * b;
                    sizes[at] += Math.Abs(a * b);
                }
            }
        }
        GC.KeepAlive(x);
        GC.KeepAlive(filters);
        return (sums, sizes);
    }

    public override string ToString() =>
        $"[{string.Join(',', X)}] {KindOfX} with [{string.Join(',', Filters)}] {KindOfFilters}, stride {string.Join(',', Stride)}, low {string.Join(',', Low)}, "
        + $"high {string.Join(',', High)}, dilation {string.Join(',', KernelDilation)}, input dilation {string.Join(',', InputDilation)}";

    private int PlacesOf(int axis)
    {
        int taps = Filters[Groups + 1 + axis], length = X[1 + axis];
        int room = (length == 0 ? 0 : InputDilation[axis] * (length - 1) + 1) + Low[axis] + High[axis] - (KernelDilation[axis] * (taps - 1) + 1);
        return room < 0 ? 0 : room / Stride[axis] + 1;
    }

    private static int Flat(int[] place, int[] shape)
    {
        int at = 0;
        for (int axis = 0; axis < shape.Length; axis++)
            at = at * shape[axis] + place[axis];
        return at;
    }

    private static IEnumerable<int[]> Indices(int[] shape)
    {
        int count = shape.Aggregate(1, (product, length) => product * length);
        for (int i = 0; i < count; i++)
        {
            var place = new int[shape.Length];
            int rest = i;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
                (rest, place[axis]) = Math.DivRem(rest, shape[axis]);
            yield return place;
        }
    }
}
