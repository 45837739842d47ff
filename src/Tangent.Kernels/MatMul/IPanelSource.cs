namespace Tangent.Kernels;

/// <summary>The second operand of a product, which is packed into panels block by block, and perhaps converted on the way.</summary>
internal unsafe interface IPanelSource<T>
    where T : unmanaged
{
    /// <summary>The stored columns.</summary>
    int Columns { get; }

    /// <summary>Blocks begin at multiples of so many numbers along the depth.</summary>
    int DepthStep { get; }

    /// <summary>The most bytes of panels at a time.</summary>
    int BlockBytes { get; }

    /// <summary>Packs some steps of the depth of some columns, one panel for each tile of columns, the last filled up to a full vector.</summary>
    T* Pack(long start, int depth, long column, int columns, GrowingMemory memory);
}

/// <summary>A matrix of elements.</summary>
internal readonly unsafe struct StoredPanels<T, TKernel, TStorage>(StridedMatrix y) : IPanelSource<T>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    public int Columns => y.Columns;

    public int DepthStep => TStorage.Parts;

    public int BlockBytes => Blocking.BytesOfY;

    public T* Pack(long start, int depth, long column, int columns, GrowingMemory memory) =>
        Packer<T, TKernel, TStorage>.PackY(y.Block(start, depth, column, columns, TStorage.Size), memory);
}
