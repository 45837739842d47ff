using System.Reflection;

namespace Tangent.Kernels;

/// <summary>An elementwise operation of one argument on lanes of <typeparamref name="T"/>.</summary>
internal interface IUnaryOperation<T>
    where T : unmanaged
{
    /// <summary>The operation in every lane.</summary>
    static abstract V Apply<V>(V x)
        where V : unmanaged, ILanes<V, T>;

    /// <summary>The method that does it, for emitted code to call: the innermost one, since each call within another costs the compiler.</summary>
    static abstract MethodInfo Method<V>()
        where V : unmanaged, ILanes<V, T>;
}
