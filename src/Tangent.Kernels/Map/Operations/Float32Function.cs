using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A mathematical function as an operation on float32 lanes.</summary>
internal readonly struct Float32Function<F> : IUnaryOperation<float>
    where F : struct, IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : unmanaged, ILanes<V, float> => F.Float32(x);
}

/// <summary>A mathematical function of two arguments as an operation on float32 lanes.</summary>
internal readonly struct Float32BinaryFunction<F> : IBinaryOperation<float>
    where F : struct, IBinaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x, V y)
        where V : unmanaged, ILanes<V, float> => F.Float32(x, y);
}
