namespace Tangent.Kernels;

/// <summary>Working memory: a thread's own as long as it is small, which it keeps; else of the pool.</summary>
internal readonly unsafe ref struct FourierMemory
{
    private const long MostOfAThread = 1 << 18;

    private readonly Buffer? pooled;

    /// <summary>Memory for so many numbers, its content undefined.</summary>
    public FourierMemory(GrowingMemory own, long count)
    {
        pooled = count > MostOfAThread ? Buffer.Allocate(checked(count * sizeof(float))) : null;
        Pointer = pooled is null ? own.Take<float>(count) : (float*)pooled.Pointer;
    }

    /// <summary>The address of the first number.</summary>
    public float* Pointer { get; }

    /// <summary>Gives back what is of the pool.</summary>
    public void Dispose() => pooled?.Release();
}
