namespace Tangent.Kernels;

/// <summary>
/// One step of the tile interpreter. Elements are dense and of the step's own types. A kernel may read and write whole
/// vectors, up to the next multiple of <see cref="TilePlan.Padding"/> elements: tiles are that long.
/// </summary>
internal abstract unsafe class TileKernel
{
    /// <summary>Computes <paramref name="count"/> elements; unused arguments are null.</summary>
    public abstract void Run(byte* destination, byte* x, byte* y, byte* z, long count);
}
