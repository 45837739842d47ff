using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Memory of one run of an algorithm, cleared at the start.</summary>
internal readonly unsafe struct Scratch<T>(long count) : IDisposable
    where T : unmanaged
{
    /// <summary>The first element.</summary>
    public readonly T* Pointer = (T*)NativeMemory.AllocZeroed(checked((nuint)Math.Max(1, count)), (nuint)sizeof(T));

    public void Dispose() => NativeMemory.Free(Pointer);
}
