namespace Tangent.Bench;

/// <summary>Something that is claimed of Tangent's memory, and the measurement that shows whether it holds.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Measure">Measures it, prints the figures, and returns whether it holds.</param>
internal sealed record Statement(string Claim, Func<bool> Measure);
