using System.Numerics;
using System.Runtime.InteropServices;

namespace Tangent.Tests.Golden;

/// <summary>The matrices of the last two axes of an array.</summary>
public static class GoldenMatrices
{
    /// <summary>The matrices, one after the other.</summary>
    public static Complex[][,] Of(GoldenValue.Array array)
    {
        int rows = array.Shape[^2], columns = array.Shape[^1];
        int size = rows * columns;
        var matrices = new Complex[size == 0 ? 0 : array.Count / size][,];
        for (int i = 0; i < matrices.Length; i++)
        {
            matrices[i] = new Complex[rows, columns];
            for (int j = 0; j < size; j++)
                matrices[i][j / columns, j % columns] = GoldenElements.Number(array, i * size + j);
        }
        return matrices;
    }

    /// <summary>An array of the form of <paramref name="form"/>, of a 32- or 64-bit float or the complex type, with these matrices.</summary>
    public static GoldenValue.Array Join(GoldenValue.Array form, Complex[][,] matrices)
    {
        var elements = matrices.SelectMany(matrix => matrix.Cast<Complex>());
        byte[] bytes = form.DType switch
        {
            DType.Float32 => Bytes(elements.Select(x => (float)x.Real)),
            DType.Float64 => Bytes(elements.Select(x => x.Real)),
            DType.Complex64 => Bytes(elements.Select(x => (Complex64)x)),
            _ => throw new ArgumentException($"{form} holds no factor of a matrix.", nameof(form)),
        };
        return form with { Bytes = bytes };
    }

    /// <summary>The inner product of two columns, the first one conjugated.</summary>
    public static Complex ColumnProduct(Complex[,] x, int columnX, Complex[,] y, int columnY)
    {
        Complex sum = Complex.Zero;
        for (int row = 0; row < x.GetLength(0); row++)
            sum += Complex.Conjugate(x[row, columnX]) * y[row, columnY];
        return sum;
    }

    private static byte[] Bytes<T>(IEnumerable<T> elements) where T : unmanaged =>
        MemoryMarshal.AsBytes<T>(elements.ToArray()).ToArray();
}
