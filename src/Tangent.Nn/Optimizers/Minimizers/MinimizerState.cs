namespace Tangent.Optimizers;

/// <summary>Where a minimizer is after some steps.</summary>
/// <param name="Point">The point: a tree like the start.</param>
/// <param name="Value">The function there.</param>
/// <param name="GradientNorm">The norm of its gradient there, over all arrays.</param>
/// <param name="Steps">How many steps were done.</param>
/// <param name="Status">Whether it goes on, and else why it stopped.</param>
public sealed record MinimizerState<T>(T Point, double Value, double GradientNorm, int Steps, MinimizerStatus Status);
