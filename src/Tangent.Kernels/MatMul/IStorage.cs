namespace Tangent.Kernels;

/// <summary>How the operands and the output of a product over numbers <typeparamref name="T"/> lie in memory.</summary>
internal unsafe interface IStorage<T>
    where T : unmanaged
{
    /// <summary>Bytes of a stored element.</summary>
    static abstract int Size { get; }

    /// <summary>Numbers in a stored element: 2 for complex, else 1.</summary>
    static abstract int Parts { get; }

    /// <summary>True if output memory can hold partial sums.</summary>
    static abstract bool HoldsSums { get; }

    /// <summary>Lays a panel of x out as destination[p·rows + i].</summary>
    static abstract void PackX(StridedMatrix panel, T* destination);

    /// <summary>Lays a panel of y out as destination[p·width + j], with zeros from its last column up to the width.</summary>
    static abstract void PackY(StridedMatrix panel, int width, T* destination);

    /// <summary>Rounds a row of sums to stored elements.</summary>
    static abstract void Narrow(T* sums, byte* destination, int count);
}
