namespace Tangent;

/// <summary>The kinds of <see cref="Reach"/>.</summary>
internal enum ReachKind
{
    /// <inheritdoc cref="Reach.All"/>
    All,
    /// <inheritdoc cref="Reach.Place"/>
    Place,
    /// <inheritdoc cref="Reach.Moved"/>
    Moved,
    /// <inheritdoc cref="Reach.Sent"/>
    Sent,
    /// <inheritdoc cref="Reach.Along"/>
    Along,
}
