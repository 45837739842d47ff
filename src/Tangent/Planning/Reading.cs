namespace Tangent;

/// <summary>A value read from memory by a loop of one stage and shape; readers that are equal in it share a loop.</summary>
internal sealed class Reading(PlanItem input, PlanItem reader) : IEquatable<Reading>
{
    private readonly PlanItem input = input;
    private readonly int stage = reader.Stage;
    private readonly Shape shape = reader.Node.Shape;

    /// <inheritdoc/>
    public bool Equals(Reading? other) =>
        other is not null && ReferenceEquals(input, other.input) && stage == other.stage && shape == other.shape;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reading);

    /// <inheritdoc/>
    public override int GetHashCode() => (input.Node.GetHashCode() * 31 + stage) * 31 + shape.GetHashCode();
}
