using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Copies that exchange rows and columns, tile by tile, so that both sides stay in the first cache.</summary>
internal static unsafe class TiledCopy<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int Tile = 16;

    /// <summary>The adjoint [columns, rows] of dense a [rows, columns].</summary>
    public static void Adjoint(T* a, int rows, int columns, T* result)
    {
        for (int top = 0; top < rows; top += Tile)
            for (int left = 0; left < columns; left += Tile)
                for (int j = left; j < Math.Min(left + Tile, columns); j++)
                    for (int i = top; i < Math.Min(top + Tile, rows); i++)
                        result[(long)j * rows + i] = TField.Conjugate(a[(long)i * columns + j]);
    }

    /// <summary>Columns [n, n] of the first elements of n real rows, the last row first if they are to be <paramref name="reversed"/>.</summary>
    public static void Columns<TReal>(TReal* rows, long stride, int n, bool reversed, T* columns)
        where TReal : unmanaged, INumberBase<TReal>
    {
        for (int top = 0; top < n; top += Tile)
            for (int left = 0; left < n; left += Tile)
                for (int i = top; i < Math.Min(top + Tile, n); i++)
                    for (int j = left; j < Math.Min(left + Tile, n); j++)
                        columns[(long)i * n + j] = TField.Make(double.CreateTruncating(rows[(reversed ? n - 1L - j : j) * stride + i]), 0);
    }
}
