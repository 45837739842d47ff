using System.Collections;

namespace Tangent;

/// <summary>What a .NET array of numbers holds at a time; equal by content.</summary>
internal sealed class ArrayContent(Array numbers) : IEquatable<ArrayContent>
{
    private readonly IStructuralEquatable content = (Array)numbers.Clone();

    /// <inheritdoc/>
    public bool Equals(ArrayContent? other) => other is not null && content.GetType() == other.content.GetType() && content.Equals(other.content, EqualityComparer<object>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ArrayContent);

    /// <inheritdoc/>
    public override int GetHashCode() => content.GetHashCode(EqualityComparer<object>.Default);
}
