namespace Tangent;

/// <summary>A derivative does not agree with finite differences, or reverse mode with forward mode.</summary>
/// <param name="message">What disagrees, and by how much.</param>
public sealed class GradientMismatchException(string message) : Exception(message);
