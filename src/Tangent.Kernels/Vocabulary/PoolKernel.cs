namespace Tangent.Kernels;

/// <summary>A window that is moved over the axes before the last of [..., channels]; the last is kept, and so are those before the window's. See <see cref="PoolExecutor"/>.</summary>
/// <param name="Op">What becomes of the elements in the window.</param>
/// <param name="Window">Places of the window along each of its axes.</param>
/// <param name="Stride">By how much it is moved.</param>
/// <param name="Low">Places of padding before the first element.</param>
internal sealed record PoolKernel(PoolOp Op, int[] Window, int[] Stride, int[] Low) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Op), Op), new(nameof(Window), Window), new(nameof(Stride), Stride), new(nameof(Low), Low)];
}
