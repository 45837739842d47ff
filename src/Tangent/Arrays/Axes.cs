using System.Collections;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>A choice of axes: one, several, or (as <c>null</c> where an argument allows it) all. Negative axes count from the end.</summary>
[CollectionBuilder(typeof(Axes), nameof(Create))]
public readonly struct Axes : IEquatable<Axes>, IReadOnlyList<int>
{
    private readonly int[]? axes;

    internal Axes(int[] axes) => this.axes = axes;

    /// <summary>Number of axes.</summary>
    public int Count => Values.Length;

    /// <summary>The array behind the choice; it must not be changed.</summary>
    internal int[] Values => axes ?? [];

    /// <summary>One of the axes.</summary>
    public int this[int index] => Values[index];

    /// <summary>A choice of the given axes.</summary>
    public static Axes Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <inheritdoc/>
    public bool Equals(Axes other) => Values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Axes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var code = new HashCode();
        foreach (int axis in Values)
            code.Add(axis);
        return code.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Shape.Text(Values);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality of all axes, in order.</summary>
    public static bool operator ==(Axes x, Axes y) => x.Equals(y);

    /// <summary>Inequality of any axis.</summary>
    public static bool operator !=(Axes x, Axes y) => !x.Equals(y);

    /// <summary>One axis.</summary>
    public static implicit operator Axes(int axis) => new([axis]);

    /// <summary>A copy of several axes.</summary>
    public static implicit operator Axes(int[] axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        return Create(axes);
    }

    /// <summary>A copy of several axes; null, for which an argument may stand, stays null.</summary>
    public static implicit operator Axes?(int[]? axes) => axes is null ? default(Axes?) : Create(axes);

    /// <summary>Two axes.</summary>
    public static implicit operator Axes((int, int) axes) => new([axes.Item1, axes.Item2]);

    /// <summary>Three axes.</summary>
    public static implicit operator Axes((int, int, int) axes) => new([axes.Item1, axes.Item2, axes.Item3]);

    /// <summary>One axis of an array of <paramref name="rank"/> axes, counted from the front.</summary>
    internal static int Normalize(string function, int axis, int rank)
    {
        if (axis < -rank || axis >= rank)
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"{function}: axis {axis} is out of range for an array with {rank} axes.");
        return axis < 0 ? axis + rank : axis;
    }

    /// <summary>The numbers of all axes.</summary>
    internal static int[] All(int rank)
    {
        var axes = new int[rank];
        for (int axis = 0; axis < rank; axis++)
            axes[axis] = axis;
        return axes;
    }

    /// <summary>The chosen axes counted from the front, ascending; all where <paramref name="axes"/> is null. Repeats are refused.</summary>
    internal static int[] Normalize(string function, Axes? axes, int rank)
    {
        if (axes is not { } chosen)
            return All(rank);
        var result = new int[chosen.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = Normalize(function, chosen[i], rank);
        Array.Sort(result);
        for (int i = 1; i < result.Length; i++)
            if (result[i] == result[i - 1])
                throw new ArgumentException($"{function}: axis {result[i]} is given twice in {chosen}.", nameof(axes));
        return result;
    }
}
