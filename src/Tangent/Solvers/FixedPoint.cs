using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// An x with f(x) = x, by applying f until x no longer changes. Derivatives, in all that the function captures, come from the equation:
    /// nothing of the iteration is kept or differentiated, and where it starts does not count.
    /// </summary>
    /// <param name="function">From an array like <paramref name="init"/> to another of its shape and type, differentiable. It must not read values.</param>
    /// <param name="init">Where to start: float32 or float64. A literal takes the type that the function gives.</param>
    /// <param name="solver">How to solve the linear systems of the derivatives; as in <see cref="LinearSolve(Func{NDArray, NDArray}, NDArray, LinearSolver?, Func{NDArray, NDArray}?)"/>.</param>
    /// <param name="tolerance">The norm of a change at which to stop, as a part of that of x; by default as small as rounding allows. Where f contracts slowly the error is larger than the last change.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <returns>The fixed point; NaN if none was found, under <c>Vmap</c> in the examples where this is so.</returns>
    /// <exception cref="ArgumentException">The function changes the shape or type, or the type has no solver.</exception>
    /// <example><code>
    /// Func&lt;NDArray, NDArray&gt; f = a => Mx.FixedPoint(x => Mx.Cos(a * x), Mx.Array(1.0));
    /// Console.WriteLine(f(Mx.Array(1.0)));          // array(0.739085, dtype=float32)
    /// Console.WriteLine(Mx.Grad(f)(Mx.Array(1.0))); // array(-0.297474, dtype=float32)
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public static NDArray FixedPoint(Func<NDArray, NDArray> function, NDArray init, LinearSolver? solver = null, double? tolerance = null, int maxIterations = 1000)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(init);
        return Tangent.FixedPoint.Call(x => Jacobian.One(function(x[0])), [init], solver, tolerance, maxIterations)[0];
    }

    /// <summary>A tree x that a function leaves as it is. It is as that of one array; the arrays have one type.</summary>
    /// <param name="function">From a tree like <paramref name="init"/> to another of its form, shapes and type.</param>
    /// <param name="init">Where to start.</param>
    /// <param name="solver">How to solve the linear systems of the derivatives.</param>
    /// <param name="tolerance">The norm of a change of all arrays together at which to stop, as a part of that of x.</param>
    /// <param name="maxIterations">The most steps.</param>
    public static T FixedPoint<T>(Func<T, T> function, T init, LinearSolver? solver = null, double? tolerance = null, int maxIterations = 1000)
    {
        ArgumentNullException.ThrowIfNull(function);
        var leaves = new TreeFunction<T, T>("FixedPoint", function, init);
        return Tree.Rebuild(init, Tangent.FixedPoint.Call(leaves.Call, new TreePoint<T>("FixedPoint", init).Arrays, solver, tolerance, maxIterations));
    }
}

/// <summary>A fixed point of a function, by applying it again and again.</summary>
internal sealed record FixedPoint(Closure Function, LinearSolver Solver, double? Tolerance, int MaxIterations, int Batch) : ImplicitFunction(Function, Solver, Batch)
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Solver), Solver), new(nameof(Tolerance), Tolerance), new(nameof(MaxIterations), MaxIterations), new(nameof(Batch), Batch)];

    /// <summary>The fixed point that is found from a start.</summary>
    public static NDArray[] Call(Func<NDArray[], NDArray[]> function, NDArray[] init, LinearSolver? solver, double? tolerance, int maxIterations)
    {
        Positive("FixedPoint", tolerance);
        Positive("FixedPoint", maxIterations);
        return Apply("FixedPoint", function, init, solver, (body, chosen) => new FixedPoint(body, chosen, tolerance, maxIterations, 0));
    }

    /// <inheritdoc/>
    protected override NDArray Find(Func<NDArray, NDArray> function, NDArray init)
    {
        NDArray first = function(init), change = Vectors.Norm(first - init);
        double epsilon = Matrices.Epsilon(init.DType), part = Tolerance ?? 2 * epsilon;
        // Where x goes to zero, the first change tells how long vectors are.
        NDArray least = change * part, found = IsSmall(change, first, part);
        NDArray[] end = WhileLoop.Call(
            state => Mx.LogicalAnd(Mx.Any(state[2]), state[4] < MaxIterations - 1),
            Step,
            [first, change, Mx.LogicalAnd(Mx.LogicalNot(found), Mx.IsFinite(change)), found, Constant.Of(0, DType.Int32)]);
        return Mx.Where(end[3], end[0], double.NaN);

        NDArray IsSmall(NDArray moved, NDArray x, double part) => Mx.LogicalAnd(moved <= Mx.Maximum(least, Vectors.Norm(x) * part), Mx.IsFinite(moved));

        // Small changes that grow again are roundings.
        NDArray IsFound(NDArray moved, NDArray before, NDArray x) => Tolerance is not null
            ? IsSmall(moved, x, part)
            : Mx.LogicalOr(IsSmall(moved, x, part), Mx.LogicalAnd(moved >= before, IsSmall(moved, x, Math.Pow(epsilon, 0.75))));

        // State: x, the last change, whether to go on, whether it was found, the steps.
        NDArray[] Step(NDArray[] state)
        {
            NDArray next = function(state[0]), moved = Vectors.Norm(next - state[0]);
            NDArray isFound = Mx.LogicalAnd(state[2], IsFound(moved, state[1], next));
            NDArray goes = Mx.LogicalAnd(Mx.LogicalAnd(state[2], Mx.LogicalNot(isFound)), Mx.IsFinite(moved));
            return [Mx.Where(state[2], next, state[0]), moved, goes, Mx.LogicalOr(state[3], isFound), state[4] + 1];
        }
    }

    /// <inheritdoc/>
    protected override NDArray Right(NDArray moved) => moved;

    /// <inheritdoc/>
    protected override NDArray Left(NDArray v, NDArray? moved) => moved is null ? v : v - moved;
}
