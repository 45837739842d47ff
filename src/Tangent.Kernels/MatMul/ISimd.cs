namespace Tangent.Kernels;

/// <summary>The few vector operations that a matrix product needs, for one register width and every number type.</summary>
internal unsafe interface ISimd<T, TVector>
    where T : unmanaged
    where TVector : unmanaged
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Rows of the micro-tile: as many as the register file holds with two vectors a row.</summary>
    static abstract int Rows { get; }

    static abstract TVector Load(T* source);
    static abstract void Store(TVector x, T* destination);
    static abstract TVector Broadcast(T* source);
    static abstract TVector Add(TVector x, TVector y);

    /// <summary>The sum of all lanes and of <paramref name="start"/>.</summary>
    static abstract T AddLanes(TVector x, T start);

    /// <summary>x·y + sum; fused where the type is floating.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector sum);
}
