using System.Reflection;

namespace Tangent.Kernels;

/// <summary>
/// One operation on dense elements of its own types. It may read and write whole vectors, up to the next multiple of
/// <see cref="Padding"/> elements: the memory that it is given is that long.
/// </summary>
internal abstract unsafe class ElementLoop
{
    /// <summary>Whole vectors of bytes at 512 bits are as long; those of every type fit.</summary>
    public const int Padding = 64;

    /// <summary>The method that the loop calls for each vector, for emitted code to call too; null where it goes element by element.</summary>
    public virtual MethodInfo? Method => null;

    /// <summary>Computes <paramref name="count"/> elements; unused arguments are null.</summary>
    public abstract void Run(byte* destination, byte* x, byte* y, byte* z, long count);
}
