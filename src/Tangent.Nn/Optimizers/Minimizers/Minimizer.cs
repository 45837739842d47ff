namespace Tangent.Optimizers;

/// <summary>Finds minima of scalar functions of trees from all of their data at once, by gradients and curvature.</summary>
public abstract class Minimizer
{
    private readonly MinimizerLimits limits;

    private protected Minimizer(double? tolerance, int maxSteps) => limits = new MinimizerLimits(GetType().Name, tolerance, maxSteps);

    /// <summary>Goes from a start to a minimum nearby, or as far as it gets.</summary>
    /// <param name="function">From a tree like <paramref name="start"/> to a scalar, differentiable. It is planned once and must not read values; arrays that it captures are constants.</param>
    /// <param name="start">Its arrays are float32 or float64, all of one type; integers, buffers and what is frozen stay.</param>
    /// <returns>The point, and why it stopped there.</returns>
    /// <exception cref="ArgumentException">The start has other types, or the function returns no scalar.</exception>
    public MinimizerState<T> Minimize<T>(Func<T, NDArray> function, T start) => Steps(function, start).Last();

    /// <summary>The start and the point after each step, one by one, until it stops: whoever reads them may stop before.</summary>
    /// <param name="function">As in <see cref="Minimize{T}"/>.</param>
    /// <param name="start">As in <see cref="Minimize{T}"/>.</param>
    public IEnumerable<MinimizerState<T>> Steps<T>(Func<T, NDArray> function, T start)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(start);
        var vector = new TreeVector<T>(limits.Name, start);
        var leaves = new TreeFunction<T, NDArray>(limits.Name, function, start);
        return limits.Run(vector, Begin(new Objective(limits.Name, x => leaves.Call(vector.Arrays(x))[0]), vector.Start));
    }

    private protected abstract Descent Begin(Objective objective, NDArray start);
}
