namespace Tangent;

/// <summary>What a tree is to the function of which it is an argument or a result.</summary>
internal enum TreeRole
{
    /// <summary>Where a function is differentiated: a number in it would have a derivative that nobody can take.</summary>
    Point,
    /// <summary>What a function is called with: a number is a constant.</summary>
    Argument,
    /// <summary>What a function returned: a number was read from arrays, and its derivative is lost.</summary>
    Result,
    /// <summary>What a compiled function returned: whatever is no array would be that of the first call for ever.</summary>
    CompiledResult,
    /// <summary>Tangents or cotangents.</summary>
    Derivative,
}
