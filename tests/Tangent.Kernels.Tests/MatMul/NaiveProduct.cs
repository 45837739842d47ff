using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests;

/// <summary>The triple loop, in float64 or wrapping integers, and the comparison of a product with it.</summary>
internal static unsafe class NaiveProduct
{
    private const int Guard = 32;

    /// <summary>Multiplies with the executor and fails where an element, or memory beside the output, is wrong.</summary>
    public static void Check(BufferView x, BufferView y, int vectorBits)
    {
        int[] xShape = x.Layout.Shape, yShape = y.Layout.Shape;
        int[] shape = [.. xShape[..^1], yShape[^1]];
        DType dtype = x.DType;
        BufferView whole = BufferView.Allocate(dtype, [checked((int)Layout.CountOf(shape)) + 2 * Guard]);
        new Span<byte>(whole.Pointer, (int)whole.Size).Fill(0xA5);
        BufferView output = whole.With(new Layout(shape, Layout.RowMajorStrides(shape), Guard));

        MatMulExecutor.Run(x, y, null, [], output, vectorBits);

        int guardBytes = Guard * dtype.Size;
        Assert.Equal(-1, new Span<byte>(whole.Pointer, guardBytes).IndexOfAnyExcept((byte)0xA5));
        Assert.Equal(-1, new Span<byte>(whole.Pointer + whole.Size - guardBytes, guardBytes).IndexOfAnyExcept((byte)0xA5));
        if (dtype.IsInteger)
            CheckIntegers(x, y, output, xShape[^2], xShape[^1], yShape[^1]);
        else
            CheckNumbers(x, y, output, xShape[^2], xShape[^1], yShape[^1]);
        GC.KeepAlive(whole);
    }

    private static void CheckNumbers(BufferView x, BufferView y, BufferView output, int m, int k, int n)
    {
        Complex[] left = [.. Operand.Offsets(x.Layout).Select(offset => Read(x, offset))];
        Complex[] right = [.. Operand.Offsets(y.Layout).Select(offset => Read(y, offset))];
        double unit = UnitRoundoff(output.DType);
        double sumUnit = output.DType == DType.Float64 ? unit : UnitRoundoff(DType.Float32);
        for (int index = 0; index < output.Layout.Count; index++)
        {
            (int row, int j) = Math.DivRem(index, n);
            int batch = m == 0 ? 0 : row / m;
            Complex sum = 0;
            double magnitude = 0;
            for (int p = 0; p < k; p++)
            {
                Complex product = left[row * k + p] * right[(batch * k + p) * n + j];
                sum += product;
                magnitude += Complex.Abs(left[row * k + p]) * Complex.Abs(right[(batch * k + p) * n + j]);
            }
            // The bound of any order of summation: k roundings of the sum of magnitudes, and one of the result.
            double bound = 2 * (k + 2) * sumUnit * magnitude + 1.01 * unit * Complex.Abs(sum) + (unit > 1e-4 ? 1e-7 : 0);
            Complex actual = Read(output, index);
            Assert.True(
                Complex.Abs(actual - sum) <= bound,
                $"element {index} ({row},{j}) is {actual}, not {sum}; bound {bound}");
        }
    }

    private static void CheckIntegers(BufferView x, BufferView y, BufferView output, int m, int k, int n)
    {
        long[] left = [.. Operand.Offsets(x.Layout).Select(offset => ReadInteger(x, offset))];
        long[] right = [.. Operand.Offsets(y.Layout).Select(offset => ReadInteger(y, offset))];
        BufferView expected = BufferView.Allocate(output.DType, [1]);
        for (int index = 0; index < output.Layout.Count; index++)
        {
            (int row, int j) = Math.DivRem(index, n);
            long sum = 0;
            for (int p = 0; p < k; p++)
                sum += left[row * k + p] * right[(row / m * k + p) * n + j];
            Operand.WriteInteger(expected.Pointer, output.DType, 0, sum);
            Assert.Equal(ReadInteger(expected, 0), ReadInteger(output, index));
        }
    }

    private static Complex Read(BufferView view, long offset) => Operand.Read(view.Pointer, view.DType, offset);

    private static long ReadInteger(BufferView view, long offset) => Operand.ReadInteger(view.Pointer, view.DType, offset);

    private static double UnitRoundoff(DType dtype) => dtype switch
    {
        DType.Float16 => Math.ScaleB(1, -11),
        DType.BFloat16 => Math.ScaleB(1, -8),
        DType.Float64 => Math.ScaleB(1, -53),
        _ => Math.ScaleB(1, -24),
    };
}
