namespace Tangent;

/// <summary>
/// Arrays that an equation determines, found by an iteration. Inputs are where it starts, which carries no derivative, and what the function
/// captured. The derivative comes from the equation, by the theorem of implicit functions. The leading axes, of the number of
/// <paramref name="Batch"/>, hold equations of their own.
/// </summary>
internal abstract record ImplicitFunction(Closure Function, LinearSolver Solver, int Batch) : MultiOutput
{
    /// <inheritdoc/>
    public override (string Name, Closure? Function)[] Closures => [(nameof(Function), Function)];

    private int Arrays => Function.Arguments;

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => [.. x[..Arrays].Select(node => node.Spec)];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        var unknowns = new Unknowns([.. x[..Arrays].Select(array => array.Spec)], Batch);
        return unknowns.Split(Find(unknowns.Joined(v => Function.Run([.. v, .. x[Arrays..]])), unknowns.Join(x[..Arrays])));
    }

    /// <summary>A·dy = r, where A and r are made of the function's derivatives in the unknowns and in what it captured.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray[] captured = x[Arrays..];
        if (Array.TrueForAll(dx[Arrays..], tangent => tangent is null))
            return new NDArray?[Arrays];
        NDArray?[] moved = Push(new NDArray?[Arrays], dx[Arrays..]);
        if (Array.TrueForAll(moved, tangent => tangent is null))
            return moved;
        NDArray[] right = [.. moved.Select((tangent, i) => Right(Tangents.OrZeros(tangent, x[i].Spec)))];
        return LinearSystem.Call(v => [.. Push(v, new NDArray?[captured.Length]).Select((tangent, i) => Left(v[i], tangent))], right, Solver, Batch);

        NDArray?[] Push(NDArray?[] dy, NDArray?[] of) => Forward.Through(Function.Run, [.. y, .. captured], [.. dy, .. of]);
    }

    /// <inheritdoc/>
    public override NDArray?[] TransposeAll(NDArray?[] ct, NDArray?[] x, ArraySpec[] inputs) => throw new MissingRuleException(Name, "Transpose");

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        NDArray[] init = [.. x[..Arrays].Select((array, i) => Batching.Spread(array, axes[i], 0, length))];
        Closure function = Function.Map(Name, init, x[Arrays..], axes[Arrays..], length);
        return [.. (this with { Function = function, Batch = Batch + 1 }).ApplyAll([.. init, .. function.Captured]).Select(y => new Batched(y, 0))];
    }

    /// <summary>The unknowns [..., n], from a start; NaN where they were not found.</summary>
    protected abstract NDArray Find(Func<NDArray, NDArray> function, NDArray init);

    /// <summary>The right side, from the tangent of the function's result where the unknowns stay.</summary>
    protected abstract NDArray Right(NDArray moved);

    /// <summary>A·v, from the tangent of the function's result where only the unknowns move, by v.</summary>
    protected abstract NDArray Left(NDArray v, NDArray? moved);

    /// <summary>Makes the operation for a function of the user's.</summary>
    protected static NDArray[] Apply(
        string name, Func<NDArray[], NDArray[]> function, NDArray[] init, LinearSolver? solver, Func<Closure, LinearSolver, ImplicitFunction> make)
    {
        init = Unknowns.Of(name, nameof(init), function, init);
        if (init[0].DType.IsComplex)
            throw new ArgumentException($"{name}: init is complex64; give real and imaginary parts as unknowns of their own.", nameof(init));
        Closure closure = Closure.Of(name, function, init);
        if (closure.HasEffects)
            throw new InvalidOperationException($"{name}: the function has an effect, which would happen again with every step.");
        Unknowns.Require(name, nameof(init), init, closure.Specs);
        solver ??= LinearSolver.For(new Unknowns(closure.Specs, 0).Count());
        return make(closure, solver).ApplyAll([.. init.Select(Mx.StopGradient), .. closure.Captured]);
    }

    /// <summary>A tolerance that is positive, if given.</summary>
    protected static double? Positive(string name, double? tolerance) => tolerance is null or > 0
        ? tolerance
        : throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, $"{name}: the tolerance must be positive.");

    /// <summary>A number of steps that is positive.</summary>
    protected static int Positive(string name, int maxIterations) => maxIterations > 0
        ? maxIterations
        : throw new ArgumentOutOfRangeException(nameof(maxIterations), maxIterations, $"{name}: maxIterations must be positive.");
}
