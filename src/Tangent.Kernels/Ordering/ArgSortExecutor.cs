using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Finds the order of the elements along one axis.</summary>
internal static unsafe class ArgSortExecutor
{
    /// <summary>
    /// Writes the places that sort each row along <paramref name="axis"/>, in the order of <see cref="SortExecutor"/>.
    /// Equal elements, the two zeros among them, and all NaN keep their order.
    /// </summary>
    /// <param name="x">Any strides.</param>
    /// <param name="axis">From 0.</param>
    /// <param name="output">uint32, dense and row-major, of the shape of x.</param>
    public static void Run(BufferView x, int axis, BufferView output)
    {
        const string name = "ArgSort";
        Require.Axis(name, axis, x.Layout.Shape.Length);
        Require.SameShape(name, "output", x.Layout.Shape, output.Layout.Shape);
        Require.SameDType(name, "output", DType.UInt32, output.DType);
        Require.RowMajor(name, "output", output.Layout);
        if (x.Layout.Count == 0)
            return;
        BufferView rows = AxisRows.Copy(x, axis);
        bool last = axis == x.Layout.Shape.Length - 1;
        BufferView places = last ? output : BufferView.Allocate(DType.UInt32, rows.Layout.Shape);
        FindPlaces(rows, (uint*)places.Pointer);
        if (!last)
        {
            CopyExecutor.Run(places, AxisRows.MoveToEnd(output, axis));
            places.Buffer.Release();
        }
        rows.Buffer.Release();
        GC.KeepAlive(output);
    }

    private static void FindPlaces(BufferView rows, uint* places)
    {
        switch (rows.DType.Size)
        {
            case 1: FindPlaces<byte, ulong>(rows, places); break;
            case 2: FindPlaces<ushort, ulong>(rows, places); break;
            case 4: FindPlaces<uint, ulong>(rows, places); break;
            default: FindPlaces<ulong, UInt128>(rows, places); break;
        }
    }

    private static void FindPlaces<TBits, TPacked>(BufferView rows, uint* places)
        where TBits : unmanaged, IBinaryInteger<TBits>, IMinMaxValue<TBits>
        where TPacked : unmanaged, IBinaryInteger<TPacked>
    {
        int length = rows.Layout.Shape[^1];
        new SortedRows<TBits>(new(rows.DType), length).ArgSort<TPacked>((TBits*)rows.Pointer, rows.Layout.Count / length, places);
    }
}
