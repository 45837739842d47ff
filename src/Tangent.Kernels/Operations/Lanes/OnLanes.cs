using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Arithmetic and mathematical functions as operations on lanes of one type, the form in which loops take them.</summary>
internal static class OnLanes
{
    public readonly struct Unary<F, T> : IUnaryOperation<T>
        where F : struct, IUnaryArithmetic
        where T : unmanaged, INumberBase<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, T> => F.Apply<V, T>(x);

        public static MethodInfo Method<V>()
            where V : unmanaged, ILanes<V, T> => new Func<V, V>(F.Apply<V, T>).Method;
    }

    public readonly struct Binary<F, T> : IBinaryOperation<T>
        where F : struct, IBinaryArithmetic
        where T : unmanaged, INumberBase<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, T> => F.Apply<V, T>(x, y);

        public static MethodInfo Method<V>()
            where V : unmanaged, ILanes<V, T> => new Func<V, V, V>(F.Apply<V, T>).Method;
    }

    public readonly struct UnaryFloat32<F> : IUnaryOperation<float>
        where F : struct, IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, float> => F.Float32(x);

        public static MethodInfo Method<V>()
            where V : unmanaged, ILanes<V, float> => new Func<V, V>(F.Float32).Method;
    }

    public readonly struct BinaryFloat32<F> : IBinaryOperation<float>
        where F : struct, IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, float> => F.Float32(x, y);

        public static MethodInfo Method<V>()
            where V : unmanaged, ILanes<V, float> => new Func<V, V, V>(F.Float32).Method;
    }

    public readonly struct UnaryFloat64<F> : IUnaryOperation<double>
        where F : struct, IUnaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x)
            where V : unmanaged, ILanes<V, double> => F.Float64(x);

        public static MethodInfo Method<V>()
            where V : unmanaged, ILanes<V, double> => new Func<V, V>(F.Float64).Method;
    }

    public readonly struct BinaryFloat64<F> : IBinaryOperation<double>
        where F : struct, IBinaryFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Apply<V>(V x, V y)
            where V : unmanaged, ILanes<V, double> => F.Float64(x, y);

        public static MethodInfo Method<V>()
            where V : unmanaged, ILanes<V, double> => new Func<V, V, V>(F.Float64).Method;
    }
}
