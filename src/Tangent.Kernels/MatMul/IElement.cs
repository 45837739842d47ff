namespace Tangent.Kernels;

/// <summary>How an element in memory becomes the number that is computed with, and back.</summary>
internal unsafe interface IElement<TStored, T>
    where TStored : unmanaged
    where T : unmanaged
{
    static abstract T Widen(TStored x);
    static abstract void Widen(TStored* source, T* destination, int count);
    static abstract void Narrow(T* source, TStored* destination, int count);
}
