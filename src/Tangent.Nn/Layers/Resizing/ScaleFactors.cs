namespace Tangent.Layers;

/// <summary>Factors of lengths: one for every axis, or one for each.</summary>
internal sealed class ScaleFactors : IEquatable<ScaleFactors>
{
    private readonly double[] values;

    /// <summary>Positive factors.</summary>
    public ScaleFactors(string layer, double[] scaleFactor)
    {
        ArgumentNullException.ThrowIfNull(scaleFactor);
        foreach (double value in scaleFactor)
            if (!(value > 0 && double.IsFinite(value)))
                throw new ArgumentOutOfRangeException(nameof(scaleFactor), value, FormattableString.Invariant($"{layer}: a factor is {value}; it must be positive."));
        values = scaleFactor.Length > 0 ? [.. scaleFactor] : throw new ArgumentException($"{layer}: there is no factor.", nameof(scaleFactor));
    }

    /// <summary>How many there are.</summary>
    public int Count => values.Length;

    /// <summary>That of an axis.</summary>
    public double this[int axis] => values.Length == 1 ? values[0] : values[axis];

    /// <inheritdoc/>
    public bool Equals(ScaleFactors? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScaleFactors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(values.Length, values[0]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", values.Select(value => FormattableString.Invariant($"{value}")));
}
