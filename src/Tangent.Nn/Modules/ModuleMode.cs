using System.Collections.Immutable;

namespace Tangent.Layers;

/// <summary>How a module is used at present; part of its form.</summary>
/// <param name="IsTraining">True while it is being trained.</param>
/// <param name="Frozen">The members whose arrays are not trained.</param>
internal sealed record ModuleMode(bool IsTraining, ImmutableSortedSet<string> Frozen)
{
    /// <summary>Its name among a module's members: one that no member has.</summary>
    public const string Key = "<mode>";

    /// <summary>What a new module has.</summary>
    public static readonly ModuleMode Training = new(true, []);

    /// <summary>True for a member whose arrays are not trained.</summary>
    public bool IsFrozen(string key) => Frozen.Count > 0 && Frozen.Contains(key);

    /// <inheritdoc/>
    public bool Equals(ModuleMode? other) => other is not null && IsTraining == other.IsTraining && Frozen.SetEquals(other.Frozen);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsTraining, Frozen.Count);
}
