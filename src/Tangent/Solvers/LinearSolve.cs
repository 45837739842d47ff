using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The x of A·x = b, where A is a linear function: its matrix need not exist. Derivatives, in b and in all that the function captures, come
    /// from the equation and are further solves: nothing of an iteration is kept or differentiated.
    /// </summary>
    /// <param name="function">From an array like b to another, linear; anything else is refused with the operation that is not. It must not read values.</param>
    /// <param name="b">The right side, float32, float64 or complex64.</param>
    /// <param name="solver">The method; by default <see cref="LinearSolver.Dense"/> up to 256 unknowns and <see cref="LinearSolver.Gmres"/> beyond.</param>
    /// <param name="preconditioner">From an array like b to one near the solution for it, linear; for iterations. Derivatives do not depend on it.</param>
    /// <returns>The solution, of b's shape and type. It is NaN if the matrix is singular or the iteration did not get to its tolerance; under <c>Vmap</c> in the examples where this is so.</returns>
    /// <exception cref="ArgumentException">The function changes the shape or type, or the type of b has no solver.</exception>
    /// <exception cref="MissingRuleException">The function is not linear.</exception>
    /// <example><code>
    /// NDArray a = Mx.Array([[4.0, 1.0], [1.0, 3.0]]), b = Mx.Array([1.0, 2.0]);
    /// NDArray x = Mx.LinearSolve(v => Mx.MatMul(a, v), b, LinearSolver.ConjugateGradients());
    /// Console.WriteLine($"{x:f4}"); // [0.0909, 0.6364]
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public static NDArray LinearSolve(Func<NDArray, NDArray> function, NDArray b, LinearSolver? solver = null, Func<NDArray, NDArray>? preconditioner = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(b);
        return LinearSystem.Checked(
            x => Jacobian.One(function(x[0])), [b], solver, preconditioner is null ? null : x => Jacobian.One(preconditioner(x[0])))[0];
    }

    /// <summary>The x of A·x = b, where A is a linear function of trees. It is as that of one array; the arrays of b have one type.</summary>
    /// <param name="function">From a tree like b to another, linear.</param>
    /// <param name="b">The right side.</param>
    /// <param name="solver">The method.</param>
    /// <param name="preconditioner">From a tree like b to one near the solution for it, linear.</param>
    public static T LinearSolve<T>(Func<T, T> function, T b, LinearSolver? solver = null, Func<T, T>? preconditioner = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        var leaves = new TreeFunction<T, T>("LinearSolve", function, b);
        Func<NDArray[], NDArray[]>? near = preconditioner is null ? null : new TreeFunction<T, T>("LinearSolve", preconditioner, b).Call;
        return Tree.Rebuild(b, LinearSystem.Checked(leaves.Call, new TreePoint<T>("LinearSolve", b).Arrays, solver, near));
    }
}

/// <summary>
/// The solution of A·x = b by an iteration. Its inputs are the arrays of b, in which it is linear, and what the function and the preconditioner
/// captured. The leading axes, of the number of <paramref name="Batch"/>, hold systems of their own.
/// </summary>
internal sealed record LinearSystem(Closure Function, Closure? Preconditioner, LinearSolver Solver, int Batch) : MultiOutput
{
    private const string Caller = "LinearSolve";

    /// <inheritdoc/>
    public override string Name => Caller;

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Solver), Solver), new(nameof(Batch), Batch)];

    /// <inheritdoc/>
    public override (string Name, Closure? Function)[] Closures => [(nameof(Function), Function), (nameof(Preconditioner), Preconditioner)];

    private int Arrays => Function.Arguments;

    private int Captured => Arrays + Function.Captured.Length;

    /// <summary>The solution for a function of the user's, which is known to be linear afterwards.</summary>
    public static NDArray[] Checked(Func<NDArray[], NDArray[]> function, NDArray[] b, LinearSolver? solver, Func<NDArray[], NDArray[]>? preconditioner)
    {
        b = Unknowns.Of(Caller, nameof(b), function, b);
        Closure body = Linear(function, b, "the function");
        Closure? near = preconditioner is null ? null : Linear(preconditioner, b, "the preconditioner");
        return Solve(body, near, b, solver ?? LinearSolver.For(new Unknowns([.. b.Select(array => array.Spec)], 0).Count()), 0);
    }

    /// <summary>The solution for a function that is known to be linear.</summary>
    public static NDArray[] Call(Func<NDArray[], NDArray[]> function, NDArray[] b, LinearSolver solver, int batch) =>
        Solve(Closure.Of(Caller, function, b), null, b, solver, batch);

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => [.. x[..Arrays].Select(node => node.Spec)];

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        var unknowns = new Unknowns([.. x[..Arrays].Select(array => array.Spec)], Batch);
        Func<NDArray, NDArray>? near = Preconditioner is null ? null : unknowns.Joined(v => Preconditioner.Run([.. v, .. x[Captured..]]));
        var map = new LinearMap(unknowns.Joined(v => Function.Run([.. v, .. x[Arrays..Captured]])), near);
        return unknowns.Split(Solver.Solve(map, unknowns.Join(x[..Arrays])));
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input < Arrays ? Linearity.Together : Linearity.None;

    /// <summary>A·dx = db − dA·x</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray?[] right = dx[..Arrays];
        if (Array.Exists(dx[Arrays..Captured], tangent => tangent is not null))
        {
            NDArray?[] moved = Forward.Through(Function.Run, [.. y, .. x[Arrays..Captured]], [.. new NDArray?[Arrays], .. dx[Arrays..Captured]]);
            right = [.. right.Select((tangent, i) => Tangents.Add(tangent, moved[i] is { } value ? -value : null))];
        }
        return Array.TrueForAll(right, tangent => tangent is null)
            ? right
            : ApplyAll([.. right.Select((tangent, i) => Tangents.OrZeros(tangent, x[i].Spec)), .. x[Arrays..]]);
    }

    /// <summary>The cotangent of b solves Aᵀ.</summary>
    public override NDArray?[] TransposeAll(NDArray?[] ct, NDArray?[] x, ArraySpec[] inputs)
    {
        NDArray[] captured = [.. x[Arrays..].Select(Known)];
        NDArray[] c = [.. ct.Select((value, i) => Tangents.OrZeros(value, inputs[i]))];
        Closure function = Closure.Of(Caller, v => Transposed(Function, inputs, captured[..Function.Captured.Length], v), c);
        Closure? near = Preconditioner is null ? null : Closure.Of(Caller, v => Transposed(Preconditioner, inputs, captured[Function.Captured.Length..], v), c);
        NDArray[] b = Solve(function, near, c, Solver, Batch);
        return [.. x.Select((array, i) => array is null ? b[i] : null)];
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        NDArray[] b = [.. x[..Arrays].Select((array, i) => Batching.Spread(array, axes[i], 0, length))];
        Closure function = Function.Map(Caller, b, x[Arrays..Captured], axes[Arrays..Captured], length);
        Closure? near = Preconditioner?.Map(Caller, b, x[Captured..], axes[Captured..], length);
        return [.. Solve(function, near, b, Solver, Batch + 1).Select(y => new Batched(y, 0))];
    }

    private static NDArray[] Solve(Closure function, Closure? near, NDArray[] b, LinearSolver solver, int batch)
    {
        var system = new LinearSystem(function, near, solver, batch);
        NDArray[] x = [.. b, .. function.Captured, .. near?.Captured ?? []];
        // The rules of a factorisation share it.
        return solver is DenseSolver ? system.ExpandAll(x) : system.ApplyAll(x);
    }

    private static Closure Linear(Func<NDArray[], NDArray[]> function, NDArray[] b, string what)
    {
        Closure closure = Closure.Of(Caller, function, b);
        if (closure.HasEffects)
            throw new InvalidOperationException($"{Caller}: {what} has an effect, which would happen again with every step.");
        Unknowns.Require(Caller, nameof(b), b, closure.Specs);
        NDArray[] v = [.. b.Select(array => Placeholder.Of(array.Spec, Caller))];
        try
        {
            LinearityCheck.Require(v, closure.Run([.. v, .. closure.Captured]));
        }
        catch (MissingRuleException missing) when (missing.IsNotLinear)
        {
            throw missing.Of(Caller, $"{what} is not linear");
        }
        return closure;
    }

    private NDArray[] Transposed(Closure closure, ArraySpec[] inputs, NDArray[] captured, NDArray[] v)
    {
        if (Solver.IsSymmetric)
            return [.. closure.Run([.. v.Select(Mx.Conjugate), .. captured]).Select(Mx.Conjugate)];
        NDArray?[] cotangents = Transposition.Through(
            closure.Run, [.. new NDArray?[Arrays], .. captured], [.. inputs[..Arrays], .. captured.Select(array => array.Spec)], v);
        return [.. cotangents[..Arrays].Select((value, i) => Tangents.OrZeros(value, inputs[i]))];
    }
}
