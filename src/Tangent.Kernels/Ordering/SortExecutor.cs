using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Sorts the elements along one axis.</summary>
internal static unsafe class SortExecutor
{
    /// <summary>
    /// Writes the elements of each row along <paramref name="axis"/> from the smallest to the largest, NaN last. False is
    /// below true; complex numbers are ordered by the real part, then by the imaginary part.
    /// </summary>
    /// <param name="x">Any strides.</param>
    /// <param name="axis">From 0.</param>
    /// <param name="output">Dense and row-major, of the shape and type of x.</param>
    public static void Run(BufferView x, int axis, BufferView output)
    {
        const string name = "Sort";
        Require.Axis(name, axis, x.Layout.Shape.Length);
        Require.SameShape(name, "output", x.Layout.Shape, output.Layout.Shape);
        Require.SameDType(name, "output", x.DType, output.DType);
        Require.RowMajor(name, "output", output.Layout);
        if (x.Layout.Count == 0)
            return;
        if (x.DType.IsComplex)
            RunByPlaces(x, axis, output);
        else if (axis == x.Layout.Shape.Length - 1)
            SortRows(x, output);
        else
            RunTransposed(x, axis, output);
        GC.KeepAlive(output);
    }

    private static void SortRows(BufferView x, BufferView output)
    {
        CopyExecutor.Run(x, output);
        switch (x.DType.Size)
        {
            case 1: SortRows<byte>(output); break;
            case 2: SortRows<ushort>(output); break;
            case 4: SortRows<uint>(output); break;
            default: SortRows<ulong>(output); break;
        }
    }

    private static void SortRows<TBits>(BufferView rows)
        where TBits : unmanaged, IBinaryInteger<TBits>, IMinMaxValue<TBits>
    {
        int length = rows.Layout.Shape[^1];
        new SortedRows<TBits>(new(rows.DType), length).Sort((TBits*)rows.Pointer, rows.Layout.Count / length);
    }

    private static void RunTransposed(BufferView x, int axis, BufferView output)
    {
        BufferView moved = AxisRows.MoveToEnd(x, axis);
        var rows = BufferView.Allocate(x.DType, moved.Layout.Shape);
        SortRows(moved, rows);
        CopyExecutor.Run(rows, AxisRows.MoveToEnd(output, axis));
        rows.Buffer.Release();
    }

    /// <summary>Complex keys lose the signs of zeros, so the elements themselves are collected in their order.</summary>
    private static void RunByPlaces(BufferView x, int axis, BufferView output)
    {
        var places = BufferView.Allocate(DType.UInt32, x.Layout.Shape);
        ArgSortExecutor.Run(x, axis, places);
        TakeAlongAxisExecutor.Run(x, places, axis, output);
        places.Buffer.Release();
    }
}
