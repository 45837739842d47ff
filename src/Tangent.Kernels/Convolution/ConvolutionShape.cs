namespace Tangent.Kernels;

/// <summary>The sizes of a convolution and the strides of its operands, as of three spatial axes and with groups.</summary>
internal sealed class ConvolutionShape
{
    private const int MostAxes = 3;

    private ConvolutionShape(ConvolutionKernel kernel, BufferView x, BufferView filters, BufferView output)
    {
        int axes = kernel.Stride.Length, last = x.Layout.Shape.Length - 1, lead = filters.Layout.Shape.Length - axes - 1;
        bool isGrouped = lead == 2;
        (Batch, BatchStride) = (x.Layout.Shape[0], x.Layout.Strides[0]);
        (Channels, ChannelStride) = (x.Layout.Shape[last], x.Layout.Strides[last]);
        (Groups, GroupStride) = isGrouped ? (x.Layout.Shape[last - 1], x.Layout.Strides[last - 1]) : (1, 0);
        (Filters, FilterStride) = (filters.Layout.Shape[lead - 1], filters.Layout.Strides[lead - 1]);
        FilterGroupStride = isGrouped ? filters.Layout.Strides[0] : 0;
        FilterChannelStride = filters.Layout.Strides[^1];
        for (int i = 0; i < axes; i++)
            Axes[MostAxes - axes + i] = new SpatialAxis(
                x.Layout.Shape[1 + i], filters.Layout.Shape[lead + i], output.Layout.Shape[1 + i],
                kernel.Stride[i], kernel.Low[i], kernel.KernelDilation[i], kernel.InputDilation[i],
                x.Layout.Strides[1 + i], filters.Layout.Strides[lead + i]);
        Phases = Array.ConvertAll(Axes, axis => axis.Phases());
    }

    /// <summary>The depth, height and width along which the window moves.</summary>
    public SpatialAxis[] Axes { get; } = [SpatialAxis.None, SpatialAxis.None, SpatialAxis.None];

    /// <summary>The phases of each axis.</summary>
    public AxisPhase[][] Phases { get; }

    public int Batch { get; }

    public int Groups { get; }

    /// <summary>Of a group.</summary>
    public int Channels { get; }

    /// <summary>Of a group.</summary>
    public int Filters { get; }

    public long BatchStride { get; }

    public long GroupStride { get; }

    public long ChannelStride { get; }

    public long FilterStride { get; }

    public long FilterGroupStride { get; }

    public long FilterChannelStride { get; }

    /// <summary>Elements of the output at one place: of all groups.</summary>
    public long OutputPixel => (long)Groups * Filters;

    /// <summary>Places of the output of one example.</summary>
    public long OutputPixels => (long)Axes[0].Outputs * Axes[1].Outputs * Axes[2].Outputs;

    /// <summary>Taps of the window.</summary>
    public long Window => (long)Axes[0].Taps * Axes[1].Taps * Axes[2].Taps;

    /// <summary>Multiplications and additions, those with zeros between the input's elements left out.</summary>
    public double Operations => 2.0 * Batch * OutputPixels * OutputPixel * Channels * Window / Axes[0].InputDilation / Axes[1].InputDilation / Axes[2].InputDilation;

    /// <summary>The sizes, after the shapes of the three arrays have been checked against each other.</summary>
    public static ConvolutionShape Of(ConvolutionKernel kernel, BufferView x, BufferView filters, BufferView output)
    {
        int axes = kernel.Stride.Length, rank = x.Layout.Shape.Length, groups = rank - axes - 2;
        int[] input = x.Layout.Shape, window = filters.Layout.Shape, result = output.Layout.Shape;
        bool agree = axes is >= 1 and <= MostAxes && groups is 0 or 1 && window.Length == rank && result.Length == rank
            && input[0] == result[0] && input[^1] == window[^1] && result[^1] == window[groups]
            && (groups == 0 || (input[^2] == window[0] && result[^2] == window[0]));
        if (!agree)
            throw new ArgumentException($"Convolution: {Text(input)} and filters {Text(window)} do not give {Text(result)}.");
        if (!output.Layout.IsRowMajor)
            throw new ArgumentException("Convolution: the output is not dense row-major.", nameof(output));
        return new(kernel, x, filters, output);
    }

    private static string Text(int[] shape) => $"[{string.Join(",", shape)}]";
}
