namespace Tangent.Kernels;

/// <summary>Another arrangement of the same elements.</summary>
internal abstract record ViewKernel : Kernel
{
    /// <summary>The layout of the result in the same memory; null where no layout fits and the elements must be copied to row-major order first.</summary>
    public abstract Layout? Apply(Layout x);
}
