using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Zeros, which wait for the inputs but do not read them.</summary>
internal sealed record ZerosKernel : BufferKernel
{
    /// <inheritdoc/>
    public override unsafe void Run(BufferView[] inputs, BufferView[] outputs)
    {
        NativeMemory.Clear(outputs[0].Pointer, (nuint)outputs[0].Size);
        GC.KeepAlive(outputs[0]);
    }
}
