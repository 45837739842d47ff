namespace Tangent;

/// <summary>What the public convolutions share: checks, groups and the window that they stand for.</summary>
internal static class ConvolutionArguments
{
    private const int MostAxes = 3;

    /// <summary>A convolution that a public function calls, over so many axes or, without a number, over as many as there are.</summary>
    public static NDArray Apply(
        string function, int? axes, NDArray input, NDArray weight, PerAxis? stride, (PerAxis Low, PerAxis High) padding,
        PerAxis? kernelDilation, PerAxis? inputDilation, int groups, bool flip)
    {
        int count = Check(function, axes, input, weight, groups);
        DType dtype = Promotion.ToInexact(Elementwise.CommonType(input, weight));
        if (dtype.IsComplex)
            throw new ArgumentException($"{function}: no convolution of {input.DType.Name()} with {weight.DType.Name()}.", nameof(input));
        var window = new Convolution(
            PerAxis.Of(function, nameof(stride), stride, count, 1, 1),
            PerAxis.Of(function, nameof(padding), padding.Low, count, 0),
            PerAxis.Of(function, nameof(padding), padding.High, count, 0),
            PerAxis.Of(function, count == axes ? "dilation" : nameof(kernelDilation), kernelDilation, count, 1, 1),
            PerAxis.Of(function, count == axes ? "stride" : nameof(inputDilation), inputDilation, count, 1, 1));
        CheckWindow(function, input.Shape, weight.Shape, window);
        NDArray source = Elementwise.ToType(function, input, dtype), filters = Elementwise.ToType(function, weight, dtype);
        if (flip)
            filters = Mx.Flip(filters, new Axes([.. Enumerable.Range(1, count)]));
        if (groups > 1)
            return InGroups(window, source, filters, groups);
        return IsProduct(weight.Shape, window) ? Mx.MatMul(source, Mx.Transpose(Mx.Reshape(filters, (weight.Shape[0], weight.Shape[^1])))) : window.Apply(source, filters);
    }

    /// <summary>The zeros at the ends that make a transposed convolution of one that is padded so.</summary>
    public static (PerAxis Low, PerAxis High) Transposed(
        string function, int axes, NDArray input, NDArray weight, PerAxis? padding, PerAxis? dilation, PerAxis? outputPadding)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Rank != axes + 2)
            throw new ArgumentException($"{function}: the weight {weight.Shape} needs {axes + 2} axes.", nameof(weight));
        PerAxis inner = PerAxis.Of(function, nameof(padding), padding, axes, 0), outer = PerAxis.Of(function, nameof(outputPadding), outputPadding, axes, 0, 0);
        PerAxis steps = PerAxis.Of(function, nameof(dilation), dilation, axes, 1, 1);
        PerAxis low = [.. Enumerable.Range(0, axes).Select(i => checked(steps.Values[i] * (weight.Shape[1 + i] - 1) - inner.Values[i]))];
        return (low, PerAxis.Of(low, outer, (x, y) => checked(x + y)));
    }

    private static int Check(string function, int? axes, NDArray input, NDArray weight, int groups)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        ArgumentNullException.ThrowIfNull(weight);
        int count = axes ?? input.Rank - 2;
        if (count is < 1 or > MostAxes || input.Rank != count + 2)
            throw new ArgumentException($"{function}: the input {input.Shape} needs {(axes is { } known ? $"{known + 2}" : "3 to 5")} axes, of the batch, of the window and of channels.", nameof(input));
        if (weight.Rank != input.Rank)
            throw new ArgumentException($"{function}: the weight {weight.Shape} needs {input.Rank} axes, as the input {input.Shape} has.", nameof(weight));
        if (groups < 1 || input.Shape[^1] % groups != 0 || weight.Shape[0] % groups != 0)
            throw new ArgumentException($"{function}: {groups} groups do not divide the {input.Shape[^1]} channels of the input {input.Shape} and the {weight.Shape[0]} filters of the weight {weight.Shape}.", nameof(groups));
        if (input.Shape[^1] / groups != weight.Shape[^1])
            throw new ArgumentException($"{function}: the filters {weight.Shape} have {weight.Shape[^1]} channels, the input {input.Shape} has {input.Shape[^1] / groups}{(groups > 1 ? " in a group" : "")}.", nameof(weight));
        return count;
    }

    private static void CheckWindow(string function, Shape input, Shape weight, Convolution window)
    {
        for (int i = 0; i < window.Stride.Values.Length; i++)
        {
            long outputs = Convolution.Outputs(
                input[1 + i], weight[1 + i], window.Stride.Values[i], window.Low.Values[i], window.High.Values[i],
                window.KernelDilation.Values[i], window.InputDilation.Values[i]);
            if (weight[1 + i] == 0 || outputs < 1)
                throw new ArgumentException($"{function}: the window of the weight {weight} does not fit in the padded input {input} along axis {1 + i}.", nameof(weight));
            if (outputs > int.MaxValue)
                throw new ArgumentException($"{function}: axis {1 + i} of the result would have {outputs} elements.", nameof(input));
        }
    }

    private static NDArray InGroups(Convolution window, NDArray x, NDArray weight, int groups)
    {
        NDArray y = window.Apply(
            Mx.Reshape(x, new Shape([.. x.Shape.Lengths[..^1], groups, weight.Shape[^1]])),
            Mx.Reshape(weight, new Shape([groups, weight.Shape[0] / groups, .. weight.Shape.Lengths[1..]])));
        return Mx.Reshape(y, new Shape([.. y.Shape.Lengths[..^2], weight.Shape[0]]));
    }

    // A window of one place that is moved over every element.
    private static bool IsProduct(Shape weight, Convolution window) =>
        weight.Lengths[1..^1].All(length => length == 1) && IsAll(window.Stride, 1) && IsAll(window.Low, 0) && IsAll(window.High, 0) && IsAll(window.InputDilation, 1);

    private static bool IsAll(PerAxis numbers, int number) => Array.TrueForAll(numbers.Values, value => value == number);
}
