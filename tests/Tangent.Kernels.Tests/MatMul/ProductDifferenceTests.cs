using Xunit;

namespace Tangent.Kernels.Tests.MatMul;

/// <summary>What is left of a matrix when a product is taken off it.</summary>
public class ProductDifferenceTests
{
    public static TheoryData<DType, int> Cases
    {
        get
        {
            var cases = new TheoryData<DType, int>();
            foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
                foreach (int width in new[] { 512, 256, 128, 0 })
                    cases.Add(dtype, width);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void EveryShapeAndOrderIsTakenOff(DType dtype, int width)
    {
        foreach ((int rows, int depth, int columns) in new[] { (1, 1, 1), (7, 9, 33), (64, 400, 70), (30, 5, 300), (200, 64, 64), (3, 900, 17) })
            foreach (bool turnX in new[] { false, true })
                foreach (bool turnY in new[] { false, true })
                    Check(dtype, width, rows, depth, columns, turnX, turnY);
    }

    private static unsafe void Check(DType dtype, int width, int rows, int depth, int columns, bool turnX, bool turnY)
    {
        int parts = dtype == DType.Complex64 ? 2 : 1, stride = columns + 3;
        double[] x = Numbers(rows * depth * parts, 1), y = Numbers(depth * columns * parts, 2), c = Numbers(rows * stride * parts, 3);
        BufferView bufferOfX = Buffer(dtype, x), bufferOfY = Buffer(dtype, y), result = Buffer(dtype, c);
        StridedMatrix left = turnX ? new(bufferOfX.Pointer, rows, depth, 1, rows) : new(bufferOfX.Pointer, rows, depth, depth, 1);
        StridedMatrix right = turnY ? new(bufferOfY.Pointer, depth, columns, 1, depth) : new(bufferOfY.Pointer, depth, columns, columns, 1);
        ProductRoutines product = ProductTable.For(dtype, width);
        product.Subtract(left, right, result.Pointer, stride, product.DepthOf(left, right));
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < stride; j++)
            {
                (double re, double im) = Element(c, parts, i * stride + j);
                for (int k = 0; k < depth && j < columns; k++)
                {
                    (double a, double b) = Element(x, parts, turnX ? k * rows + i : i * depth + k);
                    (double p, double q) = Element(y, parts, turnY ? j * depth + k : k * columns + j);
                    (re, im) = (re - a * p + b * q, im - a * q - b * p);
                }
                double tolerance = (dtype == DType.Float64 ? 1e-15 : 1e-6) * (4 + depth);
                for (int part = 0; part < parts; part++)
                    Assert.Equal(part == 0 ? re : im, Read(result, dtype, (i * stride + j) * parts + part), tolerance);
            }
        foreach (BufferView view in new[] { bufferOfX, bufferOfY, result })
            view.Buffer.Release();
    }

    private static (double Real, double Imaginary) Element(double[] values, int parts, int place) =>
        parts == 1 ? (values[place], 0) : (values[2 * place], values[2 * place + 1]);

    private static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * 2 - 1)];
    }

    private static unsafe BufferView Buffer(DType dtype, double[] values)
    {
        var view = BufferView.Allocate(dtype, [values.Length / (dtype == DType.Complex64 ? 2 : 1)]);
        for (int i = 0; i < values.Length; i++)
            if (dtype == DType.Float64)
                ((double*)view.Pointer)[i] = values[i];
            else
                ((float*)view.Pointer)[i] = (float)values[i];
        return view;
    }

    private static unsafe double Read(BufferView view, DType dtype, int place) =>
        dtype == DType.Float64 ? ((double*)view.Pointer)[place] : ((float*)view.Pointer)[place];
}
