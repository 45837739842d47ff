using Xunit;

namespace Tangent.Kernels.Tests.LinearAlgebra;

/// <summary>A lane never sees another, so the width of a vector changes no bit.</summary>
public class LaneWidthTests
{
    private const int Count = 21;
    private const int Size = 6;

    [Fact]
    public void EveryWidthGivesTheSameBits()
    {
        foreach (string algorithm in new[] { "cholesky", "lu", "inverse", "qr", "eigh", "svd" })
        {
            Assert.Equal(Singles<Lanes128<float>>(algorithm), Singles<Lanes512<float>>(algorithm));
            Assert.Equal(Singles<Lanes256<float>>(algorithm), Singles<Lanes512<float>>(algorithm));
            Assert.Equal(Complex<Lanes128<float>>(algorithm), Complex<Lanes512<float>>(algorithm));
            Assert.Equal(Complex<Lanes256<float>>(algorithm), Complex<Lanes512<float>>(algorithm));
            Assert.Equal(Doubles<Lanes128<double>>(algorithm), Doubles<Lanes512<double>>(algorithm));
            Assert.Equal(Doubles<Lanes256<double>>(algorithm), Doubles<Lanes512<double>>(algorithm));
        }
    }

    private static float[] Singles<V>(string algorithm)
        where V : unmanaged, ILanes<V, float> => Run<RealNumber<V, float>, V, float>(algorithm, 1);

    private static double[] Doubles<V>(string algorithm)
        where V : unmanaged, ILanes<V, double> => Run<RealNumber<V, double>, V, double>(algorithm, 1);

    private static float[] Complex<V>(string algorithm)
        where V : unmanaged, ILanes<V, float> => Run<ComplexNumber<V>, V, float>(algorithm, 2);

    private static T[] Run<E, V, T>(string algorithm, int parts)
        where E : unmanaged, ILaneNumber<E, V, T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => algorithm switch
        {
            "cholesky" => Run<LaneCholesky<E, V, T>, V, T>(new(Size, false), parts, Size * Size * parts),
            "lu" => Run<LaneLu<E, V, T>, V, T>(new(Size, Size), parts, Size * Size * parts, Size, Size),
            "inverse" => Run<LaneInverse<E, V, T>, V, T>(new(Size), parts, Size * Size * parts),
            "qr" => Run<LaneQr<E, V, T>, V, T>(new(Size, Size, Size), parts, Size * Size * parts, Size * Size * parts),
            "eigh" => Run<LaneEigh<E, V, T>, V, T>(new(Size, false, true), parts, Size, Size * Size * parts),
            _ => Run<LaneSvd<E, V, T>, V, T>(new(Size, Size, false, true), parts, Size * Size * parts, Size, Size * Size * parts),
        };

    // Real numbers with heavy diagonals, as many as parts say in an element.
    private static unsafe T[] Run<TAlgorithm, V, T>(TAlgorithm algorithm, int parts, params int[] widths)
        where TAlgorithm : struct, ILaneAlgorithm<V, T>
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        DType dtype = typeof(T) == typeof(float) ? DType.Float32 : DType.Float64;
        int width = Size * Size * parts;
        var x = BufferView.Allocate(dtype, [Count, width]);
        BufferView[] y = Array.ConvertAll(widths, length => BufferView.Allocate(dtype, [Count, length]));
        var random = new Random(3);
        for (int i = 0; i < Count * width; i++)
            ((T*)x.Pointer)[i] = T.CreateTruncating(random.NextDouble() + (i % width % ((Size + 1) * parts) == 0 ? 8 : 0));
        LaneRunner<V, T>.Run(algorithm, [x], y, Count, 1, item => Assert.Fail($"{algorithm}: matrix {item} is left over"));
        T[] results = [.. y.SelectMany(Numbers<T>)];
        foreach (BufferView view in y.Append(x))
            view.Buffer.Release();
        return results;
    }

    private static unsafe T[] Numbers<T>(BufferView view)
        where T : unmanaged => new Span<T>(view.Pointer, (int)view.Layout.Count).ToArray();
}
