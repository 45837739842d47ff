namespace Tangent.Layers;

/// <summary>What the pooling layers share: a window that moves along the axes between the first and the last.</summary>
public abstract partial class PoolingLayer : Unary
{
    private protected PoolingLayer(string layer, int axes, PerAxis kernelSize, PerAxis? stride, PerAxis? padding)
    {
        KernelSize = PerAxis.Of(layer, nameof(kernelSize), kernelSize, axes, 0, 1);
        Stride = stride is null ? KernelSize : PerAxis.Of(layer, nameof(stride), stride, axes, 1, 1);
        Padding = PerAxis.Of(layer, nameof(padding), padding, axes, 0, 0);
    }

    /// <summary>Places of the window along each axis.</summary>
    public PerAxis KernelSize { get; }

    /// <summary>By how much it moves.</summary>
    public PerAxis Stride { get; }

    /// <summary>Places without elements at either end of each axis.</summary>
    public PerAxis Padding { get; }

    /// <inheritdoc/>
    protected override string Details => $"kernel_size={KernelSize}, stride={Stride}, padding={Padding}";

    /// <summary>Refuses an array that the window does not fit.</summary>
    private protected void Require(string layer, NDArray x, string meaning)
    {
        int axes = KernelSize.Count + 2;
        Arguments.RequireAxes(layer, x, axes, axes, meaning);
        PoolWindow.Of(layer, x, KernelSize, Stride, Padding);
    }
}
