namespace Tangent.Kernels;

/// <summary>Checks of arguments that must hold for a kernel to stay within its buffers.</summary>
internal static class Require
{
    /// <summary>Throws unless two shapes are equal.</summary>
    public static void SameShape(string kernel, string argument, ReadOnlySpan<int> expected, ReadOnlySpan<int> actual)
    {
        if (!expected.SequenceEqual(actual))
            throw new ArgumentException($"{kernel}: {argument} has shape {Text(actual)}, not {Text(expected)}.");
    }

    /// <summary>Throws unless two element types are equal.</summary>
    public static void SameDType(string kernel, string argument, DType expected, DType actual)
    {
        if (expected != actual)
            throw new ArgumentException($"{kernel}: {argument} is {actual.Name()}, not {expected.Name()}.");
    }

    /// <summary>Throws unless the elements lie one after the other in row-major order.</summary>
    public static void RowMajor(string kernel, string argument, Layout layout)
    {
        if (!layout.IsRowMajor)
            throw new ArgumentException($"{kernel}: {argument} of shape {Text(layout.Shape)} is not dense and row-major.");
    }

    /// <summary>Throws unless an axis exists.</summary>
    public static void Axis(string kernel, int axis, int rank)
    {
        if ((uint)axis >= (uint)rank)
            throw new ArgumentOutOfRangeException(nameof(axis), $"{kernel}: axis {axis} of an array of rank {rank}.");
    }

    private static string Text(ReadOnlySpan<int> shape) => $"[{string.Join(',', shape.ToArray())}]";
}
