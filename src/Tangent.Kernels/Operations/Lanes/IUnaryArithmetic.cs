using System.Numerics;

namespace Tangent.Kernels;

/// <summary>An operation of one argument, written once for lanes of any type.</summary>
internal interface IUnaryArithmetic
{
    /// <summary>The operation in every lane.</summary>
    static abstract V Apply<V, T>(V x)
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, INumberBase<T>;
}
