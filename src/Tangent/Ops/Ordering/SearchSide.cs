namespace Tangent;

/// <summary>On which side of elements that equal it a value would be inserted into a sorted vector.</summary>
public enum SearchSide
{
    /// <summary>Before them.</summary>
    Left,
    /// <summary>Behind them.</summary>
    Right,
}
