using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A mathematical function as an operation on float64 lanes.</summary>
internal readonly struct Float64Function<F> : IUnaryOperation<double>
    where F : struct, IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : unmanaged, ILanes<V, double> => F.Float64(x);
}

/// <summary>A mathematical function of two arguments as an operation on float64 lanes.</summary>
internal readonly struct Float64BinaryFunction<F> : IBinaryOperation<double>
    where F : struct, IBinaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x, V y)
        where V : unmanaged, ILanes<V, double> => F.Float64(x, y);
}
