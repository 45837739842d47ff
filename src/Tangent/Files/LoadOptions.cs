namespace Tangent;

/// <summary>How files are loaded: <c>Mx.LoadArrays(path, new() { Map = true })</c>.</summary>
public sealed record LoadOptions
{
    /// <summary>
    /// True if arrays lie in the file's own pages of memory, which the system reads when elements are used and lets go when it needs room:
    /// nothing is copied, and several processes share them. It helps where a large file is used in part, or by many. Arrays of which bytes
    /// must be changed, or which lie at no multiple of their elements' size, and those of archives, are read as ever.
    /// </summary>
    /// <remarks>
    /// While such an array lives the file must be neither written to nor cut short: the one changes the array, and the other ends the process,
    /// for which there is no exception. Another file may be moved into its place, but not on Windows.
    /// </remarks>
    public bool Map { get; init; }
}
