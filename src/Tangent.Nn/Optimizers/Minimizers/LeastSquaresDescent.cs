namespace Tangent.Optimizers;

/// <summary>A minimizer of a sum of squares under way.</summary>
internal abstract class LeastSquaresDescent : Descent
{
    private NDArray point;
    private (double Value, NDArray Gradient, double Norm) slope;

    protected LeastSquaresDescent(Residuals residuals, NDArray start) : base(start.DType)
    {
        Residuals = residuals;
        point = start;
        slope = residuals.Slope(start);
        FirstNorm = slope.Norm;
    }

    /// <inheritdoc/>
    public sealed override NDArray Point => point;

    /// <inheritdoc/>
    public sealed override double Value => slope.Value;

    /// <inheritdoc/>
    public sealed override double GradientNorm => slope.Norm;

    /// <summary>The residuals.</summary>
    protected Residuals Residuals { get; }

    /// <summary>The gradient where it is.</summary>
    protected NDArray Gradient => slope.Gradient;

    /// <summary>The norm of the gradient at the start.</summary>
    protected double FirstNorm { get; }

    /// <summary>How well the equations of a step are worth solving, as a part of the gradient's norm.</summary>
    protected double Part => Math.Min(0.1, Math.Sqrt(GradientNorm / FirstNorm));

    /// <summary>Goes there.</summary>
    protected void Go(NDArray to)
    {
        point = to;
        slope = Residuals.Slope(to);
    }
}
