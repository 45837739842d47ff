using Tangent.Kernels;

namespace Tangent;

/// <summary>A window that is moved over the axes of [..., channels] before the last.</summary>
/// <param name="Size">Places along each axis.</param>
/// <param name="Stride">By how much it is moved.</param>
/// <param name="Padding">Places of padding at either end.</param>
internal readonly record struct PoolWindow(PerAxis Size, PerAxis Stride, PerAxis Padding)
{
    /// <summary>How many axes it is moved over.</summary>
    public int Axes => Size.Count;

    /// <summary>The window that a public function was given for an array [N, …, C]; it moves by its own size if nothing else is said.</summary>
    public static PoolWindow Of(string function, NDArray input, PerAxis window, PerAxis? stride, PerAxis? padding)
    {
        ArgumentNullException.ThrowIfNull(input);
        int axes = input.Rank - 2;
        if (axes < 1)
            throw new ArgumentException($"{function}: the input {input.Shape} needs 3 axes or more, of the batch, of the window and of channels.", nameof(input));
        if (window.Count == 0)
            throw new ArgumentException($"{function}: the window has no numbers.", nameof(window));
        PerAxis size = PerAxis.Of(function, nameof(window), window, axes, 1, 1);
        var result = new PoolWindow(size, stride is null ? size : PerAxis.Of(function, nameof(stride), stride, axes, 1, 1), PerAxis.Of(function, nameof(padding), padding, axes, 0, 0));
        for (int i = 0; i < axes; i++)
            if (result.Outputs(input.Shape[1 + i], i) is var outputs && outputs is < 1 or > int.MaxValue)
                throw new ArgumentException(outputs < 1
                    ? $"{function}: the window {Shape.Text(size.Values)} does not fit in the padded input {input.Shape} along axis {1 + i}."
                    : $"{function}: axis {1 + i} of the result would have {outputs} elements.", nameof(window));
        return result;
    }

    /// <summary>The shape of what a window makes of an array.</summary>
    public Shape Over(Shape x)
    {
        int[] lengths = [.. x];
        for (int i = 0; i < Axes; i++)
            lengths[x.Rank - 1 - Axes + i] = (int)Outputs(x[x.Rank - 1 - Axes + i], i);
        return new(lengths);
    }

    /// <summary>What a kernel does with the window.</summary>
    public PoolKernel Kernel(PoolOp op) => new(op, Size.Values, Stride.Values, Padding.Values);

    /// <inheritdoc/>
    public override string ToString() => $"{Shape.Text(Size.Values)} stride {Shape.Text(Stride.Values)} padding {Shape.Text(Padding.Values)}";

    private long Outputs(long length, int axis)
    {
        long room = length + 2L * Padding[axis] - Size[axis];
        return room < 0 ? 0 : room / Stride[axis] + 1;
    }
}
