using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// An x with f(x) = 0, by Newton's method with steps that are halved until f gets smaller. Derivatives, in all that the function captures, come
    /// from the equation: nothing of the iteration is kept or differentiated, and where it starts does not count.
    /// </summary>
    /// <param name="function">From an array like <paramref name="init"/> to another of its shape and type, differentiable. It must not read values.</param>
    /// <param name="init">Where to start: float32 or float64. A literal takes the type that the function gives.</param>
    /// <param name="solver">How to solve the linear systems of the steps and of the derivatives; as in <see cref="LinearSolve(Func{NDArray, NDArray}, NDArray, LinearSolver?, Func{NDArray, NDArray}?)"/>.</param>
    /// <param name="tolerance">The norm of f(x) that is small enough; by default four roundings of that at the start, or steps that no longer count.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <returns>The root; NaN if none was found, under <c>Vmap</c> in the examples where this is so. At a root where the derivative of f is singular, derivatives are NaN.</returns>
    /// <exception cref="ArgumentException">The function changes the shape or type, or the type has no solver.</exception>
    /// <example><code>
    /// Func&lt;NDArray, NDArray&gt; cubeRoot = a => Mx.RootSolve(x => x * x * x - a, Mx.Array(1.0));
    /// Console.WriteLine(Mx.Grad(cubeRoot)(Mx.Array(8.0))); // array(0.0833333, dtype=float32)
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public static NDArray RootSolve(Func<NDArray, NDArray> function, NDArray init, LinearSolver? solver = null, double? tolerance = null, int maxIterations = 50)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(init);
        return Root.Call(x => Jacobian.One(function(x[0])), [init], solver, tolerance, maxIterations)[0];
    }

    /// <summary>A tree x of which a function is zero, by Newton's method. It is as that of one array; the arrays have one type.</summary>
    /// <param name="function">From a tree like <paramref name="init"/> to another of its form, shapes and type.</param>
    /// <param name="init">Where to start.</param>
    /// <param name="solver">How to solve the linear systems.</param>
    /// <param name="tolerance">The norm of all arrays of f(x) together that is small enough.</param>
    /// <param name="maxIterations">The most steps.</param>
    public static T RootSolve<T>(Func<T, T> function, T init, LinearSolver? solver = null, double? tolerance = null, int maxIterations = 50)
    {
        ArgumentNullException.ThrowIfNull(function);
        var leaves = new TreeFunction<T, T>("RootSolve", function, init);
        return Tree.Rebuild(init, Root.Call(leaves.Call, new TreePoint<T>("RootSolve", init).Arrays, solver, tolerance, maxIterations));
    }
}

/// <summary>A root of a function, by Newton's method.</summary>
internal sealed record Root(Closure Function, LinearSolver Solver, double? Tolerance, int MaxIterations, int Batch) : ImplicitFunction(Function, Solver, Batch)
{
    /// <inheritdoc/>
    public override string Name => "RootSolve";

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Solver), Solver), new(nameof(Tolerance), Tolerance), new(nameof(MaxIterations), MaxIterations), new(nameof(Batch), Batch)];

    /// <summary>The root that Newton's method finds from a start.</summary>
    public static NDArray[] Call(Func<NDArray[], NDArray[]> function, NDArray[] init, LinearSolver? solver, double? tolerance, int maxIterations)
    {
        Positive("RootSolve", tolerance);
        Positive("RootSolve", maxIterations);
        return Apply("RootSolve", function, init, solver, (body, chosen) => new Root(body, chosen, tolerance, maxIterations, 0));
    }

    /// <inheritdoc/>
    protected override NDArray Find(Func<NDArray, NDArray> function, NDArray init) => new Newton(function, Solver, Tolerance).Find(init, MaxIterations);

    /// <inheritdoc/>
    protected override NDArray Right(NDArray moved) => -moved;

    /// <inheritdoc/>
    protected override NDArray Left(NDArray v, NDArray? moved) => Tangents.OrZeros(moved, v.Spec);
}
