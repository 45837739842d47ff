using Xunit;

namespace Tangent.Kernels.Tests;

/// <summary>Views with known elements, and their elements read back one by one.</summary>
internal static unsafe class Views
{
    public static BufferView Of<T>(T[] values, params int[] shape) where T : unmanaged
    {
        var view = BufferView.Allocate(DTypeOf<T>(), shape);
        Assert.Equal(values.Length, view.Layout.Count);
        values.CopyTo(new Span<T>(view.Pointer, values.Length));
        return view;
    }

    public static BufferView Empty<T>(params int[] shape) where T : unmanaged => BufferView.Allocate(DTypeOf<T>(), shape);

    /// <summary>A view whose axis i is axis order[i] of <paramref name="view"/>.</summary>
    public static BufferView Transpose(this BufferView view, params int[] order) => view.With(new Layout(
        [.. order.Select(axis => view.Layout.Shape[axis])], [.. order.Select(axis => view.Layout.Strides[axis])], view.Layout.Offset));

    /// <summary>Every <paramref name="step"/>th slice along an axis from <paramref name="start"/>; a negative step runs backwards.</summary>
    public static BufferView Slice(this BufferView view, int axis, int start, int count, int step)
    {
        var (shape, strides) = ((int[])view.Layout.Shape.Clone(), (long[])view.Layout.Strides.Clone());
        long offset = view.Layout.Offset + start * strides[axis];
        (shape[axis], strides[axis]) = (count, strides[axis] * step);
        return view.With(new Layout(shape, strides, offset));
    }

    /// <summary>The view repeated along a new leading axis.</summary>
    public static BufferView Repeat(this BufferView view, int count) =>
        view.With(new Layout([count, .. view.Layout.Shape], [0, .. view.Layout.Strides], view.Layout.Offset));

    /// <summary>The elements in row-major order.</summary>
    public static T[] Read<T>(this BufferView view) where T : unmanaged
    {
        Assert.Equal(DTypeOf<T>(), view.DType);
        var values = new T[view.Layout.Count];
        for (long i = 0; i < values.Length; i++)
            values[i] = ((T*)view.Pointer)[OffsetOf(view.Layout, i)];
        GC.KeepAlive(view);
        return values;
    }

    private static long OffsetOf(Layout layout, long place)
    {
        long offset = 0;
        for (int axis = layout.Shape.Length - 1; axis >= 0; axis--)
        {
            (place, long index) = Math.DivRem(place, layout.Shape[axis]);
            offset += index * layout.Strides[axis];
        }
        return offset;
    }

    public static DType DTypeOf<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Boolean => DType.Bool,
        TypeCode.Byte => DType.UInt8,
        TypeCode.UInt16 => DType.UInt16,
        TypeCode.UInt32 => DType.UInt32,
        TypeCode.UInt64 => DType.UInt64,
        TypeCode.SByte => DType.Int8,
        TypeCode.Int16 => DType.Int16,
        TypeCode.Int32 => DType.Int32,
        TypeCode.Int64 => DType.Int64,
        TypeCode.Single => DType.Float32,
        TypeCode.Double => DType.Float64,
        _ when typeof(T) == typeof(Half) => DType.Float16,
        _ when typeof(T) == typeof(BFloat16) => DType.BFloat16,
        _ => DType.Complex64,
    };
}
