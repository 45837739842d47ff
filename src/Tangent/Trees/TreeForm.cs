namespace Tangent;

/// <summary>
/// The form of a tree: its types, names and values of the form, and the shapes and types of its arrays. Equal for trees that
/// differ only in the values of their arrays.
/// </summary>
internal sealed class TreeForm : IEquatable<TreeForm>
{
    private readonly object?[] parts;
    private readonly int hash;

    /// <summary>The form of what was read.</summary>
    public TreeForm(List<TreePart> read)
    {
        parts = new object?[2 * read.Count];
        var code = new HashCode();
        for (int i = 0; i < read.Count; i++)
        {
            code.Add(parts[2 * i] = read[i].Name);
            code.Add(parts[2 * i + 1] = Describe(read[i]));
        }
        hash = code.ToHashCode();
    }

    /// <inheritdoc/>
    public bool Equals(TreeForm? other) => other is not null && hash == other.hash && parts.AsSpan().SequenceEqual(other.parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TreeForm);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <summary>The first place in which another form differs from this one, in words.</summary>
    public string Difference(TreeForm after)
    {
        for (int i = 0; i < Math.Min(parts.Length, after.parts.Length); i += 2)
            if (!Equals(parts[i], after.parts[i]))
                return $"there is '{after.parts[i]}' where '{parts[i]}' was";
            else if (!Equals(parts[i + 1], after.parts[i + 1]))
                return $"{(parts[i] is "" ? "the argument" : $"'{parts[i]}'")} is {Text(after.parts[i + 1])}, and was {Text(parts[i + 1])}";
        return parts.Length == after.parts.Length ? "there were too many others to keep its plan" : "there is another number of places";
    }

    private static string Text(object? part) => part switch
    {
        (TreePartKind, var value) => value?.ToString() ?? "null",
        (Type type, long bits) when type == typeof(double) => BitConverter.Int64BitsToDouble(bits).ToString(System.Globalization.CultureInfo.InvariantCulture),
        (Type type, int bits) when type == typeof(float) => BitConverter.Int32BitsToSingle(bits).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Type type => TypeName.Of(type),
        TreePartKind.Missing => "empty",
        ArrayContent => "another array of numbers",
        _ => part?.ToString() ?? "null",
    };

    private static object Describe(TreePart part) => part.Kind switch
    {
        TreePartKind.Array => ((NDArray)part.Value!).Spec,
        TreePartKind.Begin => part.Type!,
        // Numbers by their bits: 0 and −0 are equal, and what is computed with them is not.
        TreePartKind.Static => part.Value switch
        {
            double value => (typeof(double), BitConverter.DoubleToInt64Bits(value)),
            float value => (typeof(float), BitConverter.SingleToInt32Bits(value)),
            Array value => new ArrayContent(value),
            var value => (TreePartKind.Static, value),
        },
        var kind => kind,
    };
}
