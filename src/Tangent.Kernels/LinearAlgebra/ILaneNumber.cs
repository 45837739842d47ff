using System.Numerics;

namespace Tangent.Kernels;

/// <summary>A real or complex number in each lane. In memory its parts lie one register after the other.</summary>
internal unsafe interface ILaneNumber<TSelf, V, T>
    where TSelf : unmanaged, ILaneNumber<TSelf, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements of <typeparamref name="T"/> that it takes in memory.</summary>
    static abstract int Size { get; }

    static abstract TSelf Load(T* source);
    static abstract void Store(TSelf x, T* destination);

    static abstract TSelf FromReal(V x);
    static abstract TSelf operator +(TSelf x, TSelf y);
    static abstract TSelf operator -(TSelf x, TSelf y);
    static abstract TSelf operator *(TSelf x, TSelf y);
    static abstract TSelf operator *(TSelf x, V factor);

    /// <summary>x·y + z</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>z - x·y</summary>
    static abstract TSelf MultiplySubtract(TSelf x, TSelf y, TSelf z);

    /// <summary>1/x, where x is neither subnormal nor close to overflow.</summary>
    static abstract TSelf Reciprocal(TSelf x);

    static abstract TSelf Conjugate(TSelf x);
    static abstract V Real(TSelf x);
    static abstract V Imaginary(TSelf x);

    /// <summary>The sum of the absolute values of the parts: what pivots and scales are chosen by.</summary>
    static abstract V Magnitude(TSelf x);

    /// <summary>The square of the absolute value.</summary>
    static abstract V Square(TSelf x);

    /// <summary>x·2ⁿ</summary>
    static abstract TSelf Scale(TSelf x, V n);

    static abstract TSelf Select(V mask, TSelf x, TSelf y);
}
