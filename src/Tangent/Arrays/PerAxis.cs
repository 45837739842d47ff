using System.Collections;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>A number for each of some axes: one for all of them, or one for each in order.</summary>
[CollectionBuilder(typeof(PerAxis), nameof(Create))]
public readonly struct PerAxis : IEquatable<PerAxis>, IReadOnlyList<int>
{
    private readonly int[]? values;

    private PerAxis(int[] values) => this.values = values;

    /// <summary>The array behind the numbers; it must not be changed.</summary>
    internal int[] Values => values ?? [];

    /// <summary>A copy of some numbers.</summary>
    public static PerAxis Create(ReadOnlySpan<int> values) => new(values.ToArray());

    /// <summary>How many numbers there are.</summary>
    public int Count => Values.Length;

    /// <summary>One of the numbers.</summary>
    public int this[int index] => Values[index];

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PerAxis other) => Values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PerAxis other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var code = new HashCode();
        foreach (int value in Values)
            code.Add(value);
        return code.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Values.Length == 1 ? FormattableString.Invariant($"{Values[0]}") : Shape.Text(Values);

    /// <summary>Equality of all numbers, in order.</summary>
    public static bool operator ==(PerAxis x, PerAxis y) => x.Equals(y);

    /// <summary>Inequality of any number.</summary>
    public static bool operator !=(PerAxis x, PerAxis y) => !x.Equals(y);

    /// <summary>One number for all axes.</summary>
    public static implicit operator PerAxis(int value) => new([value]);

    /// <summary>A copy of a number for each axis.</summary>
    public static implicit operator PerAxis(int[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Create(values);
    }

    /// <summary>Numbers for two axes.</summary>
    public static implicit operator PerAxis((int, int) values) => new([values.Item1, values.Item2]);

    /// <summary>Numbers for three axes.</summary>
    public static implicit operator PerAxis((int, int, int) values) => new([values.Item1, values.Item2, values.Item3]);

    /// <summary>One number for each of <paramref name="axes"/> axes, none less than <paramref name="least"/>.</summary>
    internal static PerAxis Of(string function, string name, PerAxis? given, int axes, int byDefault, int least = int.MinValue)
    {
        int[] values = given is { Values.Length: > 0 } some ? some.Values : [byDefault];
        if (values.Length != axes && values.Length != 1)
            throw new ArgumentException($"{function}: {name} {Shape.Text(values)} has {values.Length} numbers for {axes} axes.", name);
        foreach (int value in values)
            if (value < least)
                throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} {value} is less than {least}.");
        return values.Length == axes ? new(values) : new([.. Enumerable.Repeat(values[0], axes)]);
    }

    /// <summary>Numbers made of those of two.</summary>
    internal static PerAxis Of(PerAxis x, PerAxis y, Func<int, int, int> function) => new([.. x.Values.Zip(y.Values, function)]);
}
