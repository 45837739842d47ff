using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>A value that a file holds beside its arrays: a text, a list of texts, or numbers, which are an array of no or one axis.</summary>
public sealed class MetadataValue : IEquatable<MetadataValue>
{
    private readonly object value;

    private MetadataValue(object? value, string name) => this.value = value ?? throw new ArgumentNullException(name);

    /// <summary>The text; null if it is something else.</summary>
    public string? Text => value as string;

    /// <summary>The list of texts; null if it is something else.</summary>
    public IReadOnlyList<string>? Texts => value as string[];

    /// <summary>The number or numbers; null if it is something else.</summary>
    public NDArray? Array => (value as NDArray)?.Share();

    /// <summary>A text.</summary>
    public static implicit operator MetadataValue(string text) => new(text, nameof(text));

    /// <summary>A list of texts.</summary>
    public static implicit operator MetadataValue(string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(texts.Clone(), nameof(texts));
    }

    /// <summary>Numbers.</summary>
    public static implicit operator MetadataValue(NDArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return new(array.Share(), nameof(array));
    }

    /// <summary>A truth.</summary>
    public static implicit operator MetadataValue(bool number) => Scalar(number, DType.Bool);

    /// <summary>A number, int32.</summary>
    public static implicit operator MetadataValue(int number) => Scalar(number, DType.Int32);

    /// <summary>A number, uint32.</summary>
    public static implicit operator MetadataValue(uint number) => Scalar(number, DType.UInt32);

    /// <summary>A number, int64.</summary>
    public static implicit operator MetadataValue(long number) => Scalar(number, DType.Int64);

    /// <summary>A number, float32.</summary>
    public static implicit operator MetadataValue(float number) => Scalar(number, DType.Float32);

    /// <summary>A number, float64.</summary>
    public static implicit operator MetadataValue(double number) => Scalar(number, DType.Float64);

    /// <summary>The text; null for what is none.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static explicit operator string?(MetadataValue? value) =>
        value is null ? null : value.Text ?? throw new InvalidCastException($"The value is no text: {value}");

    /// <summary>Both say the same: <c>metadata["format"] == "mlx"</c>.</summary>
    public static bool operator ==(MetadataValue? x, MetadataValue? y) => x is null ? y is null : x.Equals(y);

    /// <summary>They do not say the same.</summary>
    public static bool operator !=(MetadataValue? x, MetadataValue? y) => !(x == y);

    /// <inheritdoc/>
    public bool Equals(MetadataValue? other) => (value, other?.value) switch
    {
        (string text, string others) => text == others,
        (string[] texts, string[] others) => texts.AsSpan().SequenceEqual(others),
        (NDArray numbers, NDArray others) => numbers.Spec == others.Spec && Mx.ArrayEqual(numbers, others).Item<bool>(),
        _ => false,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetadataValue);

    /// <inheritdoc/>
    public override int GetHashCode() => value switch
    {
        string text => text.GetHashCode(StringComparison.Ordinal),
        string[] texts => texts.Length,
        _ => ((NDArray)value).Spec.GetHashCode(),
    };

    /// <summary>The text; lists in brackets.</summary>
    public override string ToString() => value is string[] texts ? $"[{string.Join(", ", texts)}]" : value.ToString()!;

    private static MetadataValue Scalar(NDArray literal, DType dtype) => new(Mx.Array(literal, dtype), "");
}
