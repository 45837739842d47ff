namespace Tangent;

/// <summary>The lengths of an array's axes as a file gives them: numbers that may be anything.</summary>
internal static class FileShape
{
    /// <summary>More axes than any array of any library has.</summary>
    public const int MostAxes = 64;

    /// <summary>The bytes of elements of a size; false if there are more than 63 bits count.</summary>
    public static bool TryCountBytes(ReadOnlySpan<ulong> lengths, int size, out long bytes)
    {
        bytes = 0;
        if (lengths.Contains(0ul))
            return true;
        UInt128 count = (uint)size;
        foreach (ulong length in lengths)
        {
            count *= length;
            if (count > long.MaxValue)
                return false;
        }
        bytes = (long)count;
        return true;
    }

    /// <summary>The shape; null if an axis is longer than arrays' axes can be.</summary>
    public static Shape? Of(ReadOnlySpan<ulong> lengths)
    {
        int[] shape = new int[lengths.Length];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (lengths[axis] > int.MaxValue)
                return null;
            shape[axis] = (int)lengths[axis];
        }
        return new Shape(shape);
    }

    /// <summary>For messages: <c>[2,3]</c>.</summary>
    public static string Text(ReadOnlySpan<ulong> lengths) => $"[{string.Join(',', lengths.ToArray())}]";
}
