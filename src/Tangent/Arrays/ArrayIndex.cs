using System.Collections;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>
/// One entry between the brackets of <c>x[…]</c>: an integer (negative from the end), <c>^1</c>, a range such as
/// <c>1..^2</c>, <see cref="Mx.Every"/> for steps, <see cref="Mx.Ellipsis"/>, <see cref="Mx.NewAxis"/>, a list of integers such
/// as <c>[0, -1]</c>, or an array of integers or of bool. A list is one entry: <c>x[[0, 1]]</c> selects two rows, and
/// <c>x[0, 1]</c> one element.
/// </summary>
[CollectionBuilder(typeof(ArrayIndex), nameof(Create))]
public readonly struct ArrayIndex : IEnumerable<ArrayIndex>
{
    internal ArrayIndex(ArrayIndexKind kind, Index? start = null, Index? stop = null, int step = 1, NDArray? array = null, int[]? list = null)
    {
        Kind = kind;
        Start = start;
        Stop = stop;
        Step = step;
        Array = array;
        List = list;
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

    /// <summary>The indices where they were listed in the source: those must be in range, whereas indices in arrays are data.</summary>
    internal int[]? List { get; }

    /// <summary>How many axes it addresses.</summary>
    internal int Consumed => Kind switch
    {
        ArrayIndexKind.Integer or ArrayIndexKind.Slice or ArrayIndexKind.Array => 1,
        ArrayIndexKind.Mask => Array!.Rank,
        _ => 0,
    };

    /// <summary>True for what NumPy calls advanced: integers and arrays of them.</summary>
    internal bool IsAdvanced => Kind is ArrayIndexKind.Integer or ArrayIndexKind.Array;

    /// <summary>The elements at the places that a list of integers names, or a list of such lists.</summary>
    /// <exception cref="ArgumentException">The list holds something else, or lists that differ in length.</exception>
    public static ArrayIndex Create(ReadOnlySpan<ArrayIndex> list)
    {
        bool ofLists = !list.IsEmpty && list[0].List is not null;
        var places = new List<int>(list.Length);
        foreach (ArrayIndex item in list)
            if (ofLists && item.List is { } row)
                places.AddRange(row);
            else if (!ofLists && item is { Kind: ArrayIndexKind.Integer, Start: { Value: var place } start } && (place > 0 || !start.IsFromEnd))
                places.Add(start.IsFromEnd ? -place : place);
            else
                throw new ArgumentException($"x[...]: a list in an index holds integers, or lists of integers, and nothing else: not {item.Description}.", nameof(list));
        int[] all = [.. places];
        NDArray indices = ofLists ? Mx.Stack(System.Array.ConvertAll(list.ToArray(), row => row.Array!)) : all;
        return new(ArrayIndexKind.Array, array: indices, list: all);
    }

    /// <summary>One element of an axis, which vanishes. A negative number counts from the end.</summary>
    public static implicit operator ArrayIndex(int index) => index < 0
        ? new Index((int)Math.Min(-(long)index, int.MaxValue), fromEnd: true)
        : new Index(index);

    /// <summary>One element of an axis, which vanishes. A negative number counts from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No axis is so long.</exception>
    public static implicit operator ArrayIndex(long index) => index is > -int.MaxValue and < int.MaxValue
        ? (int)index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"x[...]: index {index} is out of range for every axis, since none has more than {int.MaxValue} elements.");

    /// <summary>One element of an axis, which vanishes.</summary>
    public static implicit operator ArrayIndex(Index index) => new(ArrayIndexKind.Integer, index);

    /// <summary>A run of elements. Ends beyond the axis count as its ends.</summary>
    public static implicit operator ArrayIndex(Range range) => new(ArrayIndexKind.Slice, range.Start, range.End);

    /// <summary>The elements at indices, or those where a mask is true.</summary>
    public static implicit operator ArrayIndex(NDArray indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        return new(indices.DType == DType.Bool ? ArrayIndexKind.Mask : ArrayIndexKind.Array, array: indices);
    }

    /// <summary>The elements at indices.</summary>
    public static implicit operator ArrayIndex(int[] indices) => (NDArray)indices;

    /// <summary>The elements at indices.</summary>
    public static implicit operator ArrayIndex(long[] indices) => (NDArray)indices;

    /// <summary>The elements at indices.</summary>
    public static implicit operator ArrayIndex(List<int> indices) => (NDArray)indices;

    /// <summary>The elements where the mask is true.</summary>
    public static implicit operator ArrayIndex(bool[] mask) => (NDArray)mask;

    /// <summary>The elements at indices.</summary>
    public static implicit operator ArrayIndex(int[][] indices) => (NDArray)indices;

    // That there are lists of entries makes C# take [0, 1] for an entry; nobody can go through one.
    IEnumerator<ArrayIndex> IEnumerable<ArrayIndex>.GetEnumerator() => throw new NotSupportedException("ArrayIndex: an entry of an index cannot be enumerated.");

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<ArrayIndex>)this).GetEnumerator();

    private string Description => Kind switch
    {
        ArrayIndexKind.Slice => "a range",
        ArrayIndexKind.Integer => Start is { IsFromEnd: true, Value: 0 } ? "^0, which is behind the end" : "an integer beside a list",
        ArrayIndexKind.Ellipsis => "Mx.Ellipsis",
        ArrayIndexKind.NewAxis => "Mx.NewAxis",
        ArrayIndexKind.Mask => "a mask",
        _ => List is null ? "an array" : "a list beside an integer",
    };
}
