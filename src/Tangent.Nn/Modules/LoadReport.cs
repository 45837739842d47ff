namespace Tangent.Layers;

/// <summary>What was found when weights were loaded.</summary>
/// <param name="Missing">Paths of the module for which there was no array; they keep theirs.</param>
/// <param name="Unexpected">Names of arrays for which the module has no place.</param>
public sealed record LoadReport(IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected)
{
    /// <summary>True if every array had its place, and every place its array.</summary>
    public bool IsComplete => Missing.Count == 0 && Unexpected.Count == 0;

    /// <inheritdoc/>
    public override string ToString() => IsComplete ? "all loaded" : $"{Missing.Count} missing, {Unexpected.Count} unexpected";
}
