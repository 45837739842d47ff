using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Attention, its tangent and its cotangents.</summary>
internal static class AttentionExecutor
{
    /// <summary>
    /// Inputs have any strides and one floating type, a mask of flags apart; outputs are dense. The 16-bit types are computed in float32, in which logarithms of sums
    /// and tangents of these are given too.
    /// </summary>
    public static void Run(AttentionKernel kernel, BufferView[] inputs, BufferView[] outputs) => Run(kernel, inputs, outputs, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, of at least 128 bits, whether the hardware has them or not.</summary>
    public static void Run(AttentionKernel kernel, BufferView[] inputs, BufferView[] outputs, int vectorBits)
    {
        AttentionShape shape = AttentionShape.Of(inputs[0], inputs[1], inputs[2], kernel.IsCausal);
        Dispatch(inputs[0].DType, vectorBits, new Forward(kernel, shape, inputs, outputs));
        KeepAlive(inputs, outputs);
    }

    /// <summary>The cotangents of queries, keys and values; see <see cref="AttentionCotangentKernel"/>.</summary>
    public static void Run(AttentionCotangentKernel kernel, BufferView[] inputs, BufferView[] outputs) => Run(kernel, inputs, outputs, VectorWidths.Widest);

    /// <inheritdoc cref="Run(AttentionKernel, BufferView[], BufferView[], int)"/>
    public static void Run(AttentionCotangentKernel kernel, BufferView[] inputs, BufferView[] outputs, int vectorBits)
    {
        AttentionShape shape = AttentionShape.Of(inputs[0], inputs[1], inputs[2], kernel.IsCausal);
        Dispatch(inputs[0].DType, vectorBits, new Reverse(kernel, shape, inputs, outputs));
        KeepAlive(inputs, outputs);
    }

    private static void KeepAlive(BufferView[] inputs, BufferView[] outputs)
    {
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
    }

    private static void Dispatch<TAction>(DType dtype, int vectorBits, TAction action)
        where TAction : IAttentionAction
    {
        switch (dtype)
        {
            case DType.Float32: Select<TAction, float, RealStorage<float, float, SameElement<float>>, AttentionFloat>(vectorBits, action); break;
            case DType.Float64: Select<TAction, double, RealStorage<double, double, SameElement<double>>, AttentionDouble>(vectorBits, action); break;
            case DType.Float16: Select<TAction, float, RealStorage<Half, float, HalfElement>, AttentionFloat>(vectorBits, action); break;
            case DType.BFloat16: Select<TAction, float, RealStorage<BFloat16, float, BFloat16Element>, AttentionFloat>(vectorBits, action); break;
            default: throw new ArgumentException($"Attention: no attention of {dtype.Name()}.", nameof(dtype));
        }
    }

    private static void Select<TAction, T, TStorage, TNumber>(int vectorBits, TAction action)
        where TAction : IAttentionAction
        where T : unmanaged, IFloatingPointIeee754<T>
        where TStorage : IStorage<T>
        where TNumber : IAttentionNumber<T>
    {
        switch (vectorBits)
        {
            case 512: action.Run<T, Lanes512<T>, MicroKernel<T, Vector512<T>, Simd512<T>>, TStorage, TNumber>(); break;
            case 256: action.Run<T, Lanes256<T>, MicroKernel<T, Vector256<T>, Simd256<T>>, TStorage, TNumber>(); break;
            default: action.Run<T, Lanes128<T>, MicroKernel<T, Vector128<T>, Simd128<T>>, TStorage, TNumber>(); break;
        }
    }

    private interface IAttentionAction
    {
        void Run<T, V, TKernel, TStorage, TNumber>()
            where T : unmanaged, IFloatingPointIeee754<T>
            where V : unmanaged, ILanes<V, T>
            where TKernel : IMicroKernel<T>
            where TStorage : IStorage<T>
            where TNumber : IAttentionNumber<T>;
    }

    private readonly struct Forward(AttentionKernel kernel, AttentionShape shape, BufferView[] inputs, BufferView[] outputs) : IAttentionAction
    {
        public void Run<T, V, TKernel, TStorage, TNumber>()
            where T : unmanaged, IFloatingPointIeee754<T>
            where V : unmanaged, ILanes<V, T>
            where TKernel : IMicroKernel<T>
            where TStorage : IStorage<T>
            where TNumber : IAttentionNumber<T> =>
            new AttentionProduct<T, V, TKernel, TStorage, TNumber>(shape, new AttentionOperands<T, TStorage>(kernel.Inputs, inputs), kernel.Scale, outputs).Run();
    }

    private readonly struct Reverse(AttentionCotangentKernel kernel, AttentionShape shape, BufferView[] inputs, BufferView[] outputs) : IAttentionAction
    {
        public void Run<T, V, TKernel, TStorage, TNumber>()
            where T : unmanaged, IFloatingPointIeee754<T>
            where V : unmanaged, ILanes<V, T>
            where TKernel : IMicroKernel<T>
            where TStorage : IStorage<T>
            where TNumber : IAttentionNumber<T> =>
            new AttentionCotangents<T, V, TKernel, TStorage, TNumber>(shape, new CotangentOperands<T, TStorage>(kernel.Inputs, inputs), kernel.Scale, outputs).Run();
    }
}
