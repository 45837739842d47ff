namespace Tangent.Kernels;

/// <summary>
/// Sums of products of [batch, …, channels] with filters [filters, …, channels] in a window that is moved along the axes between:
/// [batch, …, filters]. In groups, each of which has filters of its own, [batch, …, groups, channels] with
/// [groups, filters, …, channels].
/// </summary>
/// <param name="Stride">By how much the window is moved from one output to the next, along each spatial axis.</param>
/// <param name="Low">Zeros before the first element; negative to leave out some.</param>
/// <param name="KernelDilation">Elements from one place of the window to the next.</param>
/// <param name="InputDilation">Places from one element of the input to the next; those between are zeros.</param>
/// <param name="Epilogue">What becomes of the sums.</param>
internal sealed record ConvolutionKernel(
    int[] Stride, int[] Low, int[] KernelDilation, int[] InputDilation, Program? Epilogue = null) : ProductKernel(Epilogue)
{
    /// <inheritdoc/>
    public override Parameter[] Parameters =>
    [
        new(nameof(Stride), Stride), new(nameof(Low), Low), new(nameof(KernelDilation), KernelDilation),
        new(nameof(InputDilation), InputDilation), new(nameof(Epilogue), Epilogue),
    ];
}
