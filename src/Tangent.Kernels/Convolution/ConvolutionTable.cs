using System.Numerics;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>The algorithm of a convolution, by its sizes, its element type and the width of vectors.</summary>
internal static unsafe class ConvolutionTable
{
    public static void Run(ConvolutionShape shape, BufferView x, BufferView filters, in ProductTarget target, int vectorBits)
    {
        switch (x.DType)
        {
            case DType.Float32: Select<float, RealStorage<float, float, SameElement<float>>>(shape, x, filters, target, vectorBits); break;
            case DType.Float64: Select<double, RealStorage<double, double, SameElement<double>>>(shape, x, filters, target, vectorBits); break;
            case DType.Float16: Select<float, RealStorage<Half, float, HalfElement>>(shape, x, filters, target, vectorBits); break;
            default: Select<float, RealStorage<BFloat16, float, BFloat16Element>>(shape, x, filters, target, vectorBits); break;
        }
    }

    private static void Select<T, TStorage>(ConvolutionShape shape, BufferView x, BufferView filters, in ProductTarget target, int vectorBits)
        where T : unmanaged, INumberBase<T>
        where TStorage : IStorage<T>
    {
        switch (vectorBits)
        {
            case 512: Run<T, Vector512<T>, Simd512<T>, TStorage>(shape, x, filters, target); break;
            case 256: Run<T, Vector256<T>, Simd256<T>, TStorage>(shape, x, filters, target); break;
            case 128: Run<T, Vector128<T>, Simd128<T>, TStorage>(shape, x, filters, target); break;
            default: Run<T, T, SimdScalar<T>, TStorage>(shape, x, filters, target); break;
        }
    }

    // Groups of few filters have little to share between lanes but the groups. Where the window has more places than the output, as
    // in the gradient of filters, the places of the window are what a tile sums over.
    private static void Run<T, TVector, TSimd, TStorage>(ConvolutionShape shape, BufferView x, BufferView filters, in ProductTarget target)
        where T : unmanaged
        where TVector : unmanaged
        where TSimd : ISimd<T, TVector>
        where TStorage : IStorage<T>
    {
        if (LaneConvolution<T, TVector, TSimd, TStorage>.Fits(shape))
            new LaneConvolution<T, TVector, TSimd, TStorage>(shape, x, filters, target).Run();
        else if (shape.Window > shape.OutputPixels)
            new PositionConvolution<T, MicroKernel<T, TVector, TSimd>, TStorage>(shape, x, filters, target).Run();
        else
            new DirectConvolution<T, MicroKernel<T, TVector, TSimd>, TStorage>(shape, x, filters, target).Run();
    }
}
