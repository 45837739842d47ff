using System.Reflection;

namespace Tangent.Kernels;

/// <summary>An elementwise operation of two arguments on lanes of <typeparamref name="T"/>. A comparison gives a mask.</summary>
internal interface IBinaryOperation<T>
    where T : unmanaged
{
    /// <summary>The operation in every lane.</summary>
    static abstract V Apply<V>(V x, V y)
        where V : unmanaged, ILanes<V, T>;

    /// <summary>The method that does it, for emitted code to call.</summary>
    static abstract MethodInfo Method<V>()
        where V : unmanaged, ILanes<V, T>;
}
