namespace Tangent;

/// <content>Arrays put together as NumPy does, after giving them the axes that this takes.</content>
public static partial class Mx
{
    /// <summary>Arrays side by side: along the second axis, or vectors and scalars along the only one.</summary>
    /// <exception cref="ArgumentException">There are no arrays, or their other axes differ.</exception>
    public static NDArray HStack(IReadOnlyList<NDArray> arrays) => Joined("HStack", arrays, AtLeast1D, first => first.Rank == 1 ? 0 : 1);

    /// <summary>Arrays on top of each other, along the first axis; vectors become rows.</summary>
    /// <exception cref="ArgumentException">There are no arrays, or their other axes differ.</exception>
    public static NDArray VStack(IReadOnlyList<NDArray> arrays) => Joined("VStack", arrays, AtLeast2D, _ => 0);

    /// <summary>Arrays behind each other, along a third axis.</summary>
    /// <exception cref="ArgumentException">There are no arrays, or their other axes differ.</exception>
    public static NDArray DStack(IReadOnlyList<NDArray> arrays) => Joined("DStack", arrays, AtLeast3D, _ => 2);

    /// <summary>Vectors as the columns of a matrix; matrices side by side.</summary>
    /// <exception cref="ArgumentException">There are no arrays, or their lengths differ.</exception>
    public static NDArray ColumnStack(IReadOnlyList<NDArray> arrays) =>
        Joined("ColumnStack", arrays, array => array.Rank < 2 ? ExpandDims(AtLeast1D(array), 1) : array, _ => 1);

    private static NDArray Joined(string function, IReadOnlyList<NDArray> arrays, Func<NDArray, NDArray> prepare, Func<NDArray, int> axis)
    {
        Operands.Require(arrays);
        if (arrays.Count == 0)
            throw new ArgumentException($"{function}: there are no arrays.", nameof(arrays));
        NDArray[] prepared = [.. arrays.Select(prepare)];
        int along = axis(prepared[0]);
        Shape rest = prepared[0].Shape.Without([along]);
        for (int i = 1; i < prepared.Length; i++)
            if (prepared[i].Rank != prepared[0].Rank || prepared[i].Shape.Without([along]) != rest)
                throw new ArgumentException($"{function}: array {i} has shape {arrays[i].Shape}, array 0 has {arrays[0].Shape}; they may differ along axis {along} alone.", nameof(arrays));
        return Concatenate(prepared, along);
    }
}
