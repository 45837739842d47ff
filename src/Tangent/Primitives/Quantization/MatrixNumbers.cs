namespace Tangent;

/// <summary>The matrices of a stack [..., m, n], counted in row-major order.</summary>
internal static class MatrixNumbers
{
    /// <summary>How many there are.</summary>
    public static int Count(NDArray x) => checked((int)new Shape(x.Shape.Lengths[..^2]).Size);

    /// <summary>The number of each, in the shape of the leading axes.</summary>
    public static NDArray Of(NDArray x) => Mx.Reshape(Mx.Arange(Count(x), DType.Int32), new Shape(x.Shape.Lengths[..^2]));

    /// <summary>The stack along one axis.</summary>
    public static NDArray Stack(NDArray x) => Mx.Reshape(x, new Shape([Count(x), .. x.Shape.Lengths[^2..]]));

    /// <summary>Indices among so many, as numbers from 0: they count from the end if they are negative, and out of range as the nearest within.</summary>
    public static NDArray Within(NDArray indices, int count)
    {
        NDArray place = Mx.AsType(indices.DType == DType.UInt64 ? Mx.Minimum(indices, (ulong)count) : indices, DType.Int64);
        return Mx.Clip(Mx.Where(Mx.Less(place, 0), place + count, place), 0, count - 1);
    }
}
