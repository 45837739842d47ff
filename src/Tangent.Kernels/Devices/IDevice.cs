namespace Tangent.Kernels;

/// <summary>Where arrays lie and kernels run: all that planning knows of it.</summary>
internal interface IDevice
{
    /// <summary>Memory for <paramref name="size"/> bytes, not cleared.</summary>
    /// <exception cref="InsufficientMemoryException">It would not fit the memory limit.</exception>
    Buffer Allocate(long size);

    /// <summary>
    /// Fills the outputs, which are dense and row-major and have no element in common with the inputs, but for a kernel that
    /// works in place: its output may be its first input. Whatever fails leaves the inputs as they were.
    /// </summary>
    void Run(Kernel kernel, BufferView[] inputs, BufferView[] outputs);

    /// <summary>Gives memory back that nobody reads any more.</summary>
    void Release(Buffer buffer);
}
