namespace Tangent;

/// <summary>Whether a value outlives the plan that computes it.</summary>
internal enum Keeping : byte
{
    /// <summary>Nobody reads it afterwards.</summary>
    No,

    /// <summary>Somebody may read it: if it is stored at all it stays while the plan's budget allows, and is computed again if it had to go.</summary>
    Guess,

    /// <summary>It was asked for, or is known to be read.</summary>
    Yes,
}
