namespace Tangent.Kernels;

/// <summary>One number an element.</summary>
internal readonly unsafe struct RealStorage<TStored, T, TElement> : IStorage<T>
    where TStored : unmanaged
    where T : unmanaged
    where TElement : IElement<TStored, T>
{
    public static int Size => sizeof(TStored);

    public static int Parts => 1;

    public static bool HoldsSums => typeof(TStored) == typeof(T);

    public static void PackX(MatrixView panel, T* destination) =>
        Packing<TStored, T, TElement>.Pack(panel, panel.Rows, destination);

    public static void PackY(MatrixView panel, int width, T* destination) =>
        Packing<TStored, T, TElement>.Pack(panel.Transposed, width, destination);

    public static void Narrow(T* sums, byte* destination, int count) =>
        TElement.Narrow(sums, (TStored*)destination, count);
}
