namespace Tangent;

/// <summary>
/// A primitive whose first results are those of another one, its part, on its first inputs: a plan that needs both computes them together. So a rule may return a
/// tangent that shares its work with the value.
/// </summary>
internal interface IWhole
{
    /// <summary>The primitive with the same first results.</summary>
    Primitive Part { get; }

    /// <summary>How many of the inputs are the part's.</summary>
    int PartInputs { get; }
}
