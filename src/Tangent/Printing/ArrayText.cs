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
        AppendAxis(text, view, PrintScope.Current, axis: 0, index: 0);
        text.Append(", dtype=").Append(view.DType.Name()).Append(')');
        GC.KeepAlive(view);
        return text.ToString();
    }

    /// <summary>The same text: MLX prints arrays alike in both ways.</summary>
    public static string Str(BufferView view) => Repr(view);

    private static unsafe void AppendAxis(StringBuilder text, BufferView view, PrintOptions options, int axis, long index)
    {
        if (axis == view.Layout.Shape.Length)
        {
            ElementText.Append(text, view.DType, view.Pointer + index * view.DType.Size, options);
            return;
        }
        int length = view.Layout.Shape[axis];
        long stride = view.Layout.Strides[axis];
        text.Append('[');
        for (int i = 0; i < length; i++)
        {
            if (i > 0)
                AppendSeparator(text, view, axis);
            if (length > LongestWholeAxis && i == Edge)
            {
                text.Append("...");
                i = length - Edge;
                AppendSeparator(text, view, axis);
            }
            AppendAxis(text, view, options, axis + 1, index + i * stride);
        }
        text.Append(']');
    }

    private static void AppendSeparator(StringBuilder text, BufferView view, int axis)
    {
        if (axis == view.Layout.Shape.Length - 1)
            text.Append(", ");
        else
            text.Append(",\n").Append(' ', Opening.Length + axis + 1);
    }
}
