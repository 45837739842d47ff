namespace Tangent.Kernels;

/// <summary>The sizes of a pooling, and how it is cut into parts: ranges along the first axis of the window, of one example.</summary>
internal sealed class PoolShape
{
    // Elements of a part: few enough for the second cache, and for threads to share the work. The parts depend on nothing but the
    // shape, since sums are grouped by them.
    private const long ElementsOfPart = 64 * 1024;

    // In a part's first and last windows some work is done twice.
    private const int FewestWindows = 4;

    private readonly int step;
    private readonly int parts;

    /// <summary>The sizes, after the shapes of input and output have been checked against each other.</summary>
    /// <param name="kernel">The window.</param>
    /// <param name="input">What it is moved over.</param>
    /// <param name="output">One place for each place of the window.</param>
    /// <param name="cutsInput">True if parts are ranges of the input, else of the output.</param>
    public PoolShape(PoolKernel kernel, int[] input, int[] output, bool cutsInput)
    {
        int axes = kernel.Window.Length, lead = input.Length - axes - 1;
        if (axes < 1 || lead < 0 || kernel.Stride.Length != axes || kernel.Low.Length != axes)
            throw new ArgumentException($"Pool: {kernel} over an input of {input.Length} axes.");
        Require.SameShape("Pool", "the output", [.. input[..lead], .. output[^(axes + 1)..^1], input[^1]], output);
        Lead = input[..lead];
        Channels = input[^1];
        Axes = new PoolAxis[axes];
        for (int i = 0; i < axes; i++)
            Axes[i] = new(input[lead + i], output[lead + i], kernel.Window[i], kernel.Stride[i], kernel.Low[i]);
        CutsInput = cutsInput;
        Slice = Layout.CountOf((cutsInput ? input : output).AsSpan(lead + 1));
        long length = cutsInput ? Axes[0].Input : Axes[0].Outputs;
        long least = cutsInput ? (long)FewestWindows * Math.Max(Axes[0].Window, Axes[0].Stride) : 1;
        step = (int)Math.Clamp(EvenParts.Length(length, Math.Max(least, ElementsOfPart / Math.Max(1, Slice))), 1, int.MaxValue);
        parts = (int)((length + step - 1) / step);
        Grain = Math.Max(1, ElementsOfPart / 2 / Math.Max(1, step * Slice));
    }

    /// <summary>The lengths before the axes of the window.</summary>
    public int[] Lead { get; }

    public PoolAxis[] Axes { get; }

    /// <summary>The axis along which pixels are neighbours.</summary>
    public PoolAxis Row => Axes[^1];

    public int Channels { get; }

    public bool CutsInput { get; }

    /// <summary>Elements at one place of the first axis, of the array that is cut into parts.</summary>
    public long Slice { get; }

    /// <summary>Pixels that can lie side by side in a register.</summary>
    public int PixelsTogether => Row.Stride == 1 ? Row.Outputs : 1;

    /// <summary>All parts of all examples.</summary>
    public long Parts => Layout.CountOf(Lead) * parts;

    /// <summary>Parts below which a second thread costs more than it saves.</summary>
    public long Grain { get; }

    /// <summary>Rows of the input that a window meets, at most; not less than one.</summary>
    public long RowsOfWindow
    {
        get
        {
            long rows = 1;
            foreach (PoolAxis axis in Axes.AsSpan(..^1))
                rows *= Math.Clamp(axis.Input, 1, axis.Window);
            return rows;
        }
    }

    /// <summary>A part.</summary>
    public PoolPart PartAt(long index)
    {
        (long example, long part) = Math.DivRem(index, parts);
        int from = (int)part * step, to = (int)Math.Min((long)from + step, CutsInput ? Axes[0].Input : Axes[0].Outputs);
        if (!CutsInput)
            return new(example, from, to, 0, Axes[0].Input);
        (int first, int end) = Axes[0].Reaching(from, to);
        return new(example, first, end, from, to);
    }
}

/// <summary>Outputs along the first axis of the window, and the elements of the input that they are to meet.</summary>
internal readonly record struct PoolPart(long Example, int FirstOutput, int EndOutput, int FirstPlace, int EndPlace);
