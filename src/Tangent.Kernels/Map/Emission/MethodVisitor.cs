using System.Reflection;

namespace Tangent.Kernels;

/// <summary>Finds the method that an operation is, for lanes of type <typeparamref name="V"/>.</summary>
internal readonly struct MethodVisitor<T, V> : IOperationVisitor<T, MethodInfo>
    where T : unmanaged
    where V : unmanaged, ILanes<V, T>
{
    public MethodInfo Unary<F>()
        where F : struct, IUnaryOperation<T> => new Func<V, V>(F.Apply<V>).Method;

    public MethodInfo Binary<F>()
        where F : struct, IBinaryOperation<T> => new Func<V, V, V>(F.Apply<V>).Method;

    public MethodInfo Comparison<F>()
        where F : struct, IBinaryOperation<T> => Binary<F>();
}
