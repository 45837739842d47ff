using System.Numerics;
using Xunit;

namespace Tangent.Kernels.Tests.StructuredProducts;

/// <summary>Matrices read from operands, sums of their products by the definition, and what rounding allows.</summary>
internal static unsafe class Sums
{
    public static readonly string[] Kinds = ["dense", "transposed", "strided", "reversed", "broadcast"];

    public static readonly DType[] Types = [DType.Float32, DType.Float64, DType.Float16, DType.BFloat16, DType.Complex64];

    /// <summary>The elements in row-major order.</summary>
    public static Complex[] Read(BufferView view)
    {
        Complex[] values = [.. Operand.Offsets(view.Layout).Select(offset => Operand.Read(view.Pointer, view.DType, offset))];
        GC.KeepAlive(view);
        return values;
    }

    /// <summary>Integers as indices.</summary>
    public static BufferView Indices(params int[] values) => Views.Of(values, values.Length);

    /// <summary>An output full of what must not remain.</summary>
    public static BufferView Output(DType dtype, params int[] shape)
    {
        BufferView output = BufferView.Allocate(dtype, shape);
        new Span<byte>(output.Pointer, (int)output.Size).Fill(0xFF);
        return output;
    }

    /// <summary>Fails where an element is further from a sum of so many products, none larger than 2, than roundings explain.</summary>
    public static void Close(Complex[] expected, BufferView actual, int depth, string what)
    {
        Complex[] values = Read(actual);
        Assert.Equal(expected.Length, values.Length);
        (double sum, double once) = actual.DType switch
        {
            DType.Float64 => (1e-15, 0),
            DType.Float16 => (2e-7, 1e-3),
            DType.BFloat16 => (2e-7, 8e-3),
            _ => (2e-7, 0),
        };
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Complex.Abs(values[i] - expected[i]) <= (sum * (depth + 2) * 2) + (once * Complex.Abs(expected[i])) + (once > 0 ? 1e-6 : 0), $"{what}, element {i}: {values[i]} for {expected[i]}");
    }
}
