using System.Text;
using Tangent.Kernels;

namespace Tangent;

/// <summary>The text of an array: <c>array([1, 2, ..., 8, 9], dtype=int32)</c>.</summary>
internal static class ArrayText
{
    private const string Opening = "array(";

    /// <summary>An axis of more elements shows only its first and last ones.</summary>
    private const int LongestWholeAxis = 6;

    private const int Edge = 3;

    /// <summary>The text that names the elements, row by row, and their type.</summary>
    public static string Repr(BufferView view)
    {
        var text = new StringBuilder(Opening);
        AppendElements(text, view, new ElementFormat(PrintScope.Current), Opening.Length);
        text.Append(", dtype=").Append(view.DType.Name()).Append(')');
        GC.KeepAlive(view);
        return text.ToString();
    }

    /// <summary>The same text: MLX prints arrays alike in both ways.</summary>
    public static string Str(BufferView view) => Repr(view);

    /// <summary>The elements alone, row by row, each in a format of .NET.</summary>
    public static string Elements(BufferView view, ElementFormat format)
    {
        var text = new StringBuilder();
        AppendElements(text, view, format, indent: 0);
        GC.KeepAlive(view);
        return text.ToString();
    }

    /// <summary>The first elements in row-major order on one line, for a debugger.</summary>
    public static unsafe string First(BufferView view, int most)
    {
        var text = new StringBuilder("{");
        long count = view.Layout.Count;
        for (long i = 0; i < Math.Min(count, most); i++)
        {
            text.Append(i == 0 ? " " : ", ");
            ElementText.Append(text, view.DType, view.Pointer + OffsetOf(view.Layout, i) * view.DType.Size, new ElementFormat(PrintScope.Current));
        }
        GC.KeepAlive(view);
        return text.Append(count > most ? ", ... }" : " }").ToString();
    }

    // Without recursion: an array may have more axes than a thread has room for calls.
    private static unsafe void AppendElements(StringBuilder text, BufferView view, ElementFormat format, int indent)
    {
        int rank = view.Layout.Shape.Length;
        if (rank == 0)
            ElementText.Append(text, view.DType, view.Pointer, format);
        var place = new int[rank];
        long index = 0;
        for (int axis = rank == 0 ? -1 : Open(0); axis >= 0;)
        {
            int length = view.Layout.Shape[axis];
            long stride = view.Layout.Strides[axis];
            if (place[axis] == length)
            {
                text.Append(']');
                index -= stride * length;
                if (--axis >= 0)
                    Step(axis);
                continue;
            }
            if (place[axis] > 0)
                AppendSeparator(text, rank, axis, indent);
            if (length > LongestWholeAxis && place[axis] == Edge)
            {
                text.Append("...");
                index += stride * (length - 2 * Edge);
                place[axis] = length - Edge;
                AppendSeparator(text, rank, axis, indent);
            }
            if (axis < rank - 1)
            {
                axis = Open(axis + 1);
                continue;
            }
            ElementText.Append(text, view.DType, view.Pointer + index * view.DType.Size, format);
            Step(axis);
        }

        int Open(int axis)
        {
            text.Append('[');
            place[axis] = 0;
            return axis;
        }

        void Step(int axis)
        {
            place[axis]++;
            index += view.Layout.Strides[axis];
        }
    }

    private static long OffsetOf(Layout layout, long element)
    {
        long offset = 0;
        for (int axis = layout.Shape.Length - 1; axis >= 0; axis--)
        {
            offset += element % layout.Shape[axis] * layout.Strides[axis];
            element /= layout.Shape[axis];
        }
        return offset;
    }

    private static void AppendSeparator(StringBuilder text, int rank, int axis, int indent)
    {
        if (axis == rank - 1)
            text.Append(", ");
        else
            text.Append(",\n").Append(' ', indent + axis + 1);
    }
}
