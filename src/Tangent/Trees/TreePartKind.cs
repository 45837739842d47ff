namespace Tangent;

/// <summary>What a place of a tree holds.</summary>
internal enum TreePartKind
{
    /// <summary>An array.</summary>
    Array,
    /// <summary>Nothing.</summary>
    Missing,
    /// <summary>A value that is part of the form.</summary>
    Static,
    /// <summary>A tree, whose places follow.</summary>
    Begin,
    /// <summary>The end of the tree that began last.</summary>
    End,
}
