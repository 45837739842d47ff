namespace Tangent.Kernels;

/// <summary>A kernel that reads whole arrays of any strides and fills dense row-major ones.</summary>
internal abstract record BufferKernel : Kernel
{
    /// <summary>True if the first input may lie in the memory of the output: what is not changed need not be copied.</summary>
    public virtual bool WorksInPlace => false;
}
