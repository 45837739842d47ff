namespace Tangent.Optimizers;

/// <summary>
/// Finds minima of half the sum of squares of residuals, which are functions of trees. Up to 256 unknowns it makes the Jacobian; beyond, it only
/// multiplies by it, with conjugate gradients.
/// </summary>
public abstract class LeastSquaresMinimizer
{
    private readonly MinimizerLimits limits;

    private protected LeastSquaresMinimizer(double? tolerance, int maxSteps) => limits = new MinimizerLimits(GetType().Name, tolerance, maxSteps);

    /// <summary>Goes from a start to a minimum nearby, or as far as it gets.</summary>
    /// <param name="residuals">From a tree like <paramref name="start"/> to a tree of real arrays of the same type. It is planned once and must not read values; arrays that it captures are constants.</param>
    /// <param name="start">Its arrays are float32 or float64, all of one type; integers, buffers and what is frozen stay.</param>
    /// <returns>The point, half the sum of squares there, and why it stopped.</returns>
    /// <exception cref="ArgumentException">The start or the residuals have other types.</exception>
    public MinimizerState<T> Minimize<T, TResiduals>(Func<T, TResiduals> residuals, T start) => Steps(residuals, start).Last();

    /// <summary>The start and the point after each step, one by one, until it stops: whoever reads them may stop before.</summary>
    /// <param name="residuals">As in <see cref="Minimize{T, TResiduals}"/>.</param>
    /// <param name="start">As in <see cref="Minimize{T, TResiduals}"/>.</param>
    public IEnumerable<MinimizerState<T>> Steps<T, TResiduals>(Func<T, TResiduals> residuals, T start)
    {
        ArgumentNullException.ThrowIfNull(residuals);
        ArgumentNullException.ThrowIfNull(start);
        var vector = new TreeVector<T>(limits.Name, start);
        var leaves = new TreeFunction<T, TResiduals>(limits.Name, residuals, start);
        return limits.Run(vector, Begin(new Residuals(limits.Name, x => leaves.Call(vector.Arrays(x)), vector.Start.Size), vector.Start));
    }

    private protected abstract Descent Begin(Residuals residuals, NDArray start);
}
