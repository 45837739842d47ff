namespace Tangent.Optimizers;

/// <summary>A function at a point along a direction.</summary>
/// <param name="Length">How far along.</param>
/// <param name="Point">The point.</param>
/// <param name="Value">The function.</param>
/// <param name="Gradient">Its gradient.</param>
/// <param name="Slope">Its derivative along the direction.</param>
/// <param name="GradientNorm">The norm of the gradient.</param>
internal sealed record Trial(double Length, NDArray Point, double Value, NDArray Gradient, double Slope, double GradientNorm);
