using System.Runtime.InteropServices;

namespace Tangent.Bench;

/// <summary>Memory for a library that is not managed, given back when nobody holds it any more.</summary>
internal sealed unsafe class NativeFloats(int read, int written)
{
    private const int Alignment = 64;

    ~NativeFloats()
    {
        NativeMemory.AlignedFree(Inputs);
        NativeMemory.AlignedFree(Results);
    }

    public float* Inputs { get; } = (float*)NativeMemory.AlignedAlloc((nuint)read * sizeof(float), Alignment);

    public float* Results { get; } = (float*)NativeMemory.AlignedAlloc((nuint)written * sizeof(float), Alignment);
}
