namespace Tangent.Kernels;

/// <summary>A kernel that reads whole buffers and fills dense row-major outputs.</summary>
internal abstract record BufferKernel : Kernel
{
    /// <summary>Runs on inputs of any strides.</summary>
    public abstract void Run(BufferView[] inputs, BufferView[] outputs);
}
