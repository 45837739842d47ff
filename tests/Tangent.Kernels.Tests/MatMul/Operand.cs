using System.Numerics;

namespace Tangent.Kernels.Tests;

/// <summary>An operand for tests: random numbers behind a strided layout, in memory otherwise full of 'poison'.</summary>
internal static unsafe class Operand
{
    public static readonly string[] Kinds = ["dense", "transposed", "strided", "reversed", "broadcast"];

    /// <summary>An operand whose elements outside the layout are NaN (or 77 for integers).</summary>
    public static BufferView Random(DType dtype, int[] shape, string kind, int seed)
    {
        Layout layout = LayoutOf(shape, kind, out long size);
        var random = new Random(seed);
        var view = new BufferView(Buffer.Allocate(Math.Max(1, size * dtype.Size)), dtype, layout);
        for (long i = 0; i < size; i++)
            Write(view.Buffer.Pointer, dtype, i, dtype.IsInexact ? double.NaN : 77);
        foreach (long offset in Offsets(layout))
            Write(view.Pointer, dtype, offset, Draw(random, dtype));
        return view;
    }

    /// <summary>Element offsets of a layout in row-major order.</summary>
    public static IEnumerable<long> Offsets(Layout layout)
    {
        for (long index = 0; index < layout.Count; index++)
        {
            long rest = index, offset = 0;
            for (int axis = layout.Shape.Length - 1; axis >= 0; axis--)
            {
                offset += rest % layout.Shape[axis] * layout.Strides[axis];
                rest /= layout.Shape[axis];
            }
            yield return offset;
        }
    }

    public static Complex Read(byte* memory, DType dtype, long index) => dtype switch
    {
        DType.Float16 => (double)((Half*)memory)[index],
        DType.BFloat16 => (double)(float)((BFloat16*)memory)[index],
        DType.Float32 => ((float*)memory)[index],
        DType.Float64 => ((double*)memory)[index],
        DType.Complex64 => ((Complex64*)memory)[index],
        _ => throw new ArgumentOutOfRangeException(nameof(dtype)),
    };

    public static long ReadInteger(byte* memory, DType dtype, long index) => dtype switch
    {
        DType.UInt8 => memory[index],
        DType.Int8 => ((sbyte*)memory)[index],
        DType.UInt16 => ((ushort*)memory)[index],
        DType.Int16 => ((short*)memory)[index],
        DType.UInt32 => ((uint*)memory)[index],
        DType.Int32 => ((int*)memory)[index],
        _ => ((long*)memory)[index],
    };

    public static void Write(byte* memory, DType dtype, long index, Complex value)
    {
        switch (dtype)
        {
            case DType.Float16: ((Half*)memory)[index] = (Half)value.Real; break;
            case DType.BFloat16: ((BFloat16*)memory)[index] = (BFloat16)(float)value.Real; break;
            case DType.Float32: ((float*)memory)[index] = (float)value.Real; break;
            case DType.Float64: ((double*)memory)[index] = value.Real; break;
            case DType.Complex64: ((Complex64*)memory)[index] = (Complex64)value; break;
            default: WriteInteger(memory, dtype, index, (long)value.Real); break;
        }
    }

    public static void WriteInteger(byte* memory, DType dtype, long index, long value)
    {
        switch (dtype.Size)
        {
            case 1: memory[index] = (byte)value; break;
            case 2: ((short*)memory)[index] = (short)value; break;
            case 4: ((int*)memory)[index] = (int)value; break;
            default: ((long*)memory)[index] = value; break;
        }
    }

    private static Complex Draw(Random random, DType dtype) =>
        dtype.IsInexact
            ? new Complex(random.NextDouble() * 2 - 1, dtype.IsComplex ? random.NextDouble() * 2 - 1 : 0)
            : random.NextInt64(-1L << 52, 1L << 52);

    private static Layout LayoutOf(int[] shape, string kind, out long size)
    {
        int rank = shape.Length;
        int[] padded = [.. shape];
        if (kind == "transposed")
            (padded[rank - 1], padded[rank - 2]) = (padded[rank - 2], padded[rank - 1]);
        else if (kind == "strided")
            (padded[rank - 1], padded[rank - 2]) = (3 * padded[rank - 1], padded[rank - 2] + 1);
        long[] strides = Layout.RowMajorStrides(padded);
        size = Layout.CountOf(padded) + 16;
        long offset = 8;
        if (kind == "transposed")
            (strides[rank - 1], strides[rank - 2]) = (strides[rank - 2], strides[rank - 1]);
        else if (kind == "strided")
            strides[rank - 1] = 3;
        else if (kind == "broadcast")
            strides[0] = 0;
        else if (kind == "reversed" && Layout.CountOf(shape) > 0)
            (offset, strides) = (offset + Layout.CountOf(padded) - 1, Array.ConvertAll(strides, stride => -stride));
        return new Layout(shape, strides, offset);
    }
}
