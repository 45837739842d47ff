namespace Tangent.Kernels;

/// <summary>A kernel that reads whole buffers and fills dense row-major outputs.</summary>
internal abstract record BufferKernel : Kernel
{
    /// <summary>True if the first input may lie in the memory of the output: what is not changed need not be copied.</summary>
    public virtual bool WorksInPlace => false;

    /// <summary>Runs on inputs of any strides.</summary>
    public abstract void Run(BufferView[] inputs, BufferView[] outputs);
}
