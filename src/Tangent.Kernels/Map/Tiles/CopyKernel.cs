namespace Tangent.Kernels;

/// <summary>Copies elements of <paramref name="size"/> bytes.</summary>
internal sealed unsafe class CopyKernel(int size) : TileKernel
{
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count) =>
        System.Buffer.MemoryCopy(x, destination, count * size, count * size);
}
