using System.Numerics;

namespace Tangent.Kernels;

/// <summary>An operation of two arguments, written once for lanes of any type. A comparison gives a mask.</summary>
internal interface IBinaryArithmetic
{
    /// <summary>The operation in every lane.</summary>
    static abstract V Apply<V, T>(V x, V y)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, INumberBase<T>;
}
