namespace Tangent;

/// <summary>
/// One entry between the brackets of <c>x[…]</c>: an integer (negative from the end), <c>^1</c>, a range such as
/// <c>1..^2</c>, <see cref="Mx.Every"/> for steps, <see cref="Mx.Ellipsis"/>, <see cref="Mx.NewAxis"/>, or an array of
/// integers or, in assignments, of bool.
/// </summary>
public readonly struct ArrayIndex
{
    internal ArrayIndex(ArrayIndexKind kind, Index? start = null, Index? stop = null, int step = 1, NDArray? array = null)
    {
        Kind = kind;
        Start = start;
        Stop = stop;
        Step = step;
        Array = array;
    }

    /// <summary>What the entry is.</summary>
    internal ArrayIndexKind Kind { get; }

    /// <summary>The integer, or where a slice starts.</summary>
    internal Index? Start { get; }

    /// <summary>Before which a slice stops.</summary>
    internal Index? Stop { get; }

    /// <summary>The step of a slice; not zero.</summary>
    internal int Step { get; }

    /// <summary>The indices or the mask.</summary>
    internal NDArray? Array { get; }

    /// <summary>True for what NumPy calls advanced: integers and arrays of them.</summary>
    internal bool IsAdvanced => Kind is ArrayIndexKind.Integer or ArrayIndexKind.Array;

    /// <summary>One element of an axis, which vanishes. A negative number counts from the end.</summary>
    public static implicit operator ArrayIndex(int index) => index < 0
        ? new Index((int)Math.Min(-(long)index, int.MaxValue), fromEnd: true)
        : new Index(index);

    /// <summary>One element of an axis, which vanishes.</summary>
    public static implicit operator ArrayIndex(Index index) => new(ArrayIndexKind.Integer, index);

    /// <summary>A run of elements. Ends beyond the axis count as its ends.</summary>
    public static implicit operator ArrayIndex(Range range) => new(ArrayIndexKind.Slice, range.Start, range.End);

    /// <summary>The elements at indices, or in an assignment those where a mask is true.</summary>
    public static implicit operator ArrayIndex(NDArray indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        return new(indices.DType == DType.Bool ? ArrayIndexKind.Mask : ArrayIndexKind.Array, array: indices);
    }

    /// <summary>The elements at indices.</summary>
    public static implicit operator ArrayIndex(int[] indices) => (NDArray)indices;

    /// <summary>The elements at indices.</summary>
    public static implicit operator ArrayIndex(long[] indices) => (NDArray)indices;

    /// <summary>In an assignment, the elements where the mask is true.</summary>
    public static implicit operator ArrayIndex(bool[] mask) => (NDArray)mask;
}
