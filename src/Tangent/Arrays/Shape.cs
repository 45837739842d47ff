using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>The lengths of an array's axes, outermost first. Equality is by value.</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>, IReadOnlyList<int>
{
    private readonly int[]? lengths;

    internal Shape(int[] lengths) => this.lengths = lengths;

    /// <summary>The shape of a scalar.</summary>
    public static Shape Scalar => default;

    /// <summary>Number of axes.</summary>
    public int Rank => Lengths.Length;

    /// <summary>Number of elements; <see cref="OverflowException"/> beyond 64 bits.</summary>
    public long Size => Kernels.Layout.CountOf(Lengths);

    int IReadOnlyCollection<int>.Count => Rank;

    /// <summary>True if any length is negative, which no array's is.</summary>
    internal bool HasNegativeLength
    {
        get
        {
            foreach (int length in Lengths)
                if (length < 0)
                    return true;
            return false;
        }
    }

    /// <summary>The array behind the shape; it must not be changed.</summary>
    internal int[] Lengths => lengths ?? [];

    /// <summary>The length of an axis.</summary>
    public int this[int axis] => Lengths[axis];

    /// <summary>The length of an axis, which may count from the end.</summary>
    public int this[Index axis] => Lengths[axis];

    /// <summary>A shape of the given lengths.</summary>
    public static Shape Create(ReadOnlySpan<int> lengths) => new(lengths.ToArray());

    /// <summary>A copy of the lengths.</summary>
    public int[] ToArray() => [.. Lengths];

    /// <summary>The lengths as a span.</summary>
    public ReadOnlySpan<int> AsSpan() => Lengths;

    /// <summary>The two lengths of a matrix: <c>(int rows, int columns) = x.Shape;</c></summary>
    /// <exception cref="InvalidOperationException">There are not two axes.</exception>
    public void Deconstruct(out int first, out int second)
    {
        RequireRank(2);
        (first, second) = (Lengths[0], Lengths[1]);
    }

    /// <summary>The three lengths.</summary>
    /// <exception cref="InvalidOperationException">There are not three axes.</exception>
    public void Deconstruct(out int first, out int second, out int third)
    {
        RequireRank(3);
        (first, second, third) = (Lengths[0], Lengths[1], Lengths[2]);
    }

    /// <summary>The four lengths.</summary>
    /// <exception cref="InvalidOperationException">There are not four axes.</exception>
    public void Deconstruct(out int first, out int second, out int third, out int fourth)
    {
        RequireRank(4);
        (first, second, third, fourth) = (Lengths[0], Lengths[1], Lengths[2], Lengths[3]);
    }

    /// <summary>The five lengths.</summary>
    /// <exception cref="InvalidOperationException">There are not five axes.</exception>
    public void Deconstruct(out int first, out int second, out int third, out int fourth, out int fifth)
    {
        RequireRank(5);
        (first, second, third, fourth, fifth) = (Lengths[0], Lengths[1], Lengths[2], Lengths[3], Lengths[4]);
    }

    /// <inheritdoc/>
    public bool Equals(Shape other)
    {
        int[] mine = Lengths, others = other.Lengths;
        if (mine.Length != others.Length)
            return false;
        for (int axis = 0; axis < mine.Length; axis++)
            if (mine[axis] != others[axis])
                return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var code = new HashCode();
        foreach (int length in Lengths)
            code.Add(length);
        return code.ToHashCode();
    }

    /// <summary>The lengths in brackets: <c>[2,3]</c>.</summary>
    public override string ToString() => Text(Lengths);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Lengths).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality of all lengths.</summary>
    public static bool operator ==(Shape x, Shape y) => x.Equals(y);

    /// <summary>Inequality of any length.</summary>
    public static bool operator !=(Shape x, Shape y) => !x.Equals(y);

    /// <summary>A one-axis shape.</summary>
    public static implicit operator Shape(int length) => new([length]);

    /// <summary>A copy of the lengths.</summary>
    public static implicit operator Shape(int[] lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        return Create(lengths);
    }

    /// <summary>A copy of the lengths; null, for which an argument may stand, stays null.</summary>
    public static implicit operator Shape?(int[]? lengths) => lengths is null ? default(Shape?) : Create(lengths);

    /// <summary>A two-axis shape.</summary>
    public static implicit operator Shape((int, int) lengths) => new([lengths.Item1, lengths.Item2]);

    /// <summary>A three-axis shape.</summary>
    public static implicit operator Shape((int, int, int) lengths) => new([lengths.Item1, lengths.Item2, lengths.Item3]);

    /// <summary>A four-axis shape.</summary>
    public static implicit operator Shape((int, int, int, int) lengths) =>
        new([lengths.Item1, lengths.Item2, lengths.Item3, lengths.Item4]);

    /// <summary>A five-axis shape.</summary>
    public static implicit operator Shape((int, int, int, int, int) lengths) =>
        new([lengths.Item1, lengths.Item2, lengths.Item3, lengths.Item4, lengths.Item5]);

    /// <summary>A six-axis shape.</summary>
    public static implicit operator Shape((int, int, int, int, int, int) lengths) =>
        new([lengths.Item1, lengths.Item2, lengths.Item3, lengths.Item4, lengths.Item5, lengths.Item6]);

    /// <summary>Integers in brackets, with the sign that all cultures understand.</summary>
    internal static string Text(int[] numbers) => $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>True if an array of this shape can be broadcast to another.</summary>
    internal bool BroadcastsTo(Shape other)
    {
        int first = other.Rank - Rank;
        for (int axis = 0; axis < Rank; axis++)
            if (first < 0 || (Lengths[axis] != 1 && Lengths[axis] != other[first + axis]))
                return false;
        return true;
    }

    /// <summary>Refuses a shape that no array can have: a negative length, or more bytes than 64 bits count.</summary>
    internal void Require(string function, DType dtype, string parameter = "shape")
    {
        if (HasNegativeLength)
            throw new ArgumentException($"{function}: shape {this} has a negative length.", parameter);
        if (!TryCountBytes(dtype, out _))
            throw new ArgumentException($"{function}: an array {dtype.Name()}{this} would have more bytes than 64 bits count.", parameter);
    }

    private void RequireRank(int rank)
    {
        if (Rank != rank)
            throw new InvalidOperationException($"Deconstruct: shape {this} has {Rank} axes, not {rank}.");
    }

    /// <summary>The bytes of all elements; false if there are more than 64 bits count.</summary>
    internal bool TryCountBytes(DType dtype, out long bytes)
    {
        bytes = dtype.Size;
        bool fits = true;
        foreach (int length in Lengths)
        {
            if (length == 0)
            {
                bytes = 0;
                return true;
            }
            fits &= Math.BigMul(bytes, length, out long product) == 0 && product >= 0;
            bytes = fits ? product : long.MaxValue;
        }
        return fits;
    }

    /// <summary>This shape without some axes, which are normalised.</summary>
    internal Shape Without(ReadOnlySpan<int> axes)
    {
        var kept = new int[Rank - axes.Length];
        int count = 0;
        for (int axis = 0; axis < Rank; axis++)
            if (!axes.Contains(axis))
                kept[count++] = Lengths[axis];
        return new(kept);
    }

    /// <summary>This shape with a new axis of a length.</summary>
    internal Shape Insert(int axis, int length) => new([.. Lengths[..axis], length, .. Lengths[axis..]]);

    /// <summary>This shape with one length replaced.</summary>
    internal Shape With(int axis, int length)
    {
        if (Lengths[axis] == length)
            return this;
        int[] copy = ToArray();
        copy[axis] = length;
        return new(copy);
    }
}
