using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Applies a step to a state while a condition of it holds. Where values can be read it is a loop of C#, whose steps are
    /// differentiated in both modes; under <c>Compile</c> and <c>Vmap</c> it is one operation, which forward mode goes through. Each
    /// example of a map stops by itself.
    /// </summary>
    /// <param name="condition">From the state a bool scalar.</param>
    /// <param name="body">From the state the next one, of the same shapes and types.</param>
    /// <param name="init">The first state; a literal takes the type of the state after the first step.</param>
    /// <returns>The first state of which the condition does not hold.</returns>
    /// <exception cref="ArgumentException">The condition is no scalar, or a step changes the shape or type of the state.</exception>
    /// <exception cref="MissingRuleException">Reverse mode meets a loop under <c>Compile</c> or <c>Vmap</c>: it would have to know the number of steps; use <see cref="Scan(Func{NDArray[], NDArray[], ValueTuple{NDArray[], NDArray[]}}, NDArray[], NDArray[], int?, bool)"/>.</exception>
    public static NDArray[] WhileLoop(Func<NDArray[], NDArray> condition, Func<NDArray[], NDArray[]> body, NDArray[] init)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(body);
        Operands.Require(init);
        NDArray[] state = NDArray.Share(init);
        for (bool isFirst = true; ; isFirst = false)
        {
            if (Tangent.WhileLoop.Read(FunctionResults.Of("WhileLoop", Jacobian.One(condition(NDArray.Share(state))))[0]) is not { } holds)
                return Tangent.WhileLoop.Call(condition, body, state);
            if (!holds)
                return NDArray.Share(state);
            NDArray[] next = FunctionResults.Of("WhileLoop", body(NDArray.Share(state)));
            LoopState.Require("WhileLoop", state, next, isFirst);
            state = next;
        }
    }

    /// <summary>Applies a step to an array while a condition of it holds.</summary>
    /// <param name="condition">From the array a bool scalar.</param>
    /// <param name="body">From the array the next one, of the same shape and type.</param>
    /// <param name="init">The first array.</param>
    /// <example><code>
    /// Func&lt;NDArray, NDArray&gt; root = a => Mx.WhileLoop(v => Mx.Abs(v * v - a) > 1e-4, v => (v + a / v) / 2, a);
    /// Console.WriteLine($"{Mx.Vmap(root)(Mx.Array([2f, 9f])):f3}"); // [1.414, 3.000]
    /// </code></example>
    public static NDArray WhileLoop(Func<NDArray, NDArray> condition, Func<NDArray, NDArray> body, NDArray init)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(init);
        return WhileLoop(x => condition(x[0]), x => [body(x[0])], [init])[0];
    }
}

/// <summary>
/// A loop as one operation. Its inputs are the state, then what the condition and the body captured from transforms in progress.
/// One that forward mode makes is linear in the tangents of its state if each step is.
/// </summary>
internal sealed record WhileLoop(Closure Condition, Closure Body, bool IsLinear) : MultiOutput
{
    private readonly CompiledFunction condition = new(x => Condition.Run(x));
    private readonly CompiledFunction body = new(x => Body.Run(x));

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(IsLinear), IsLinear)];

    /// <inheritdoc/>
    public override (string Name, Closure? Function)[] Closures => [(nameof(Condition), Condition), (nameof(Body), Body)];

    private int States => Body.Arguments;

    private int Captured => States + Condition.Captured.Length;

    /// <summary>Whether a condition holds; null where there is no value.</summary>
    public static bool? Read(NDArray condition)
    {
        if (condition.Size != 1)
            throw new ArgumentException($"WhileLoop: the condition has shape {condition.Shape}; it must be a scalar.", nameof(condition));
        NDArray truth = Mx.AsType(condition, DType.Bool);
        try
        {
            Evaluator.Evaluate("WhileLoop", truth.Node);
        }
        catch (InvalidOperationException error) when (error.InnerException is NoValueException)
        {
            return null;
        }
        return truth.Item<bool>();
    }

    /// <summary>The loop as an operation.</summary>
    public static NDArray[] Call(Func<NDArray[], NDArray> condition, Func<NDArray[], NDArray[]> body, NDArray[] init, bool isLinear = false)
    {
        NDArray[] state = Settled(body, TangentCheck.Strong(init));
        Closure test = Closure.Of("WhileLoop", x => [Mx.Reshape(Mx.AsType(condition(x), DType.Bool), new Shape([]))], state);
        Closure step = Closure.Of("WhileLoop", body, state);
        if (test.HasEffects || step.HasEffects)
            throw new InvalidOperationException("WhileLoop: the condition or the body has an effect, which would happen in every step.");
        LoopState.Require("WhileLoop", state, step.Results, false);
        return new WhileLoop(test, step, isLinear).ApplyAll([.. state, .. test.Captured, .. step.Captured]);
    }

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => [.. x[..States].Select(node => node.Spec)];

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new HostKernel(Name, 0, Run);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => IsLinear ? Linearity.ByParts : Linearity.None;

    /// <summary>The loop over the state and its tangents together.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        (bool[] moves, bool isLinear) = Moving([.. dx.Select(tangent => tangent is not null)], x);
        int[] moving = [.. Enumerable.Range(0, States).Where(i => moves[i])];
        NDArray[] init = [.. x[..States], .. moving.Select(i => Tangents.OrZeros(dx[i], x[i].Spec))];
        NDArray[] both = Call(v => Condition.Run([.. v[..States], .. x[States..Captured]])[0], Step, init, isLinear);
        NDArray?[] dy = new NDArray?[States];
        for (int k = 0; k < moving.Length; k++)
            dy[moving[k]] = both[States + k];
        return dy;

        NDArray[] Step(NDArray[] v)
        {
            var tangents = new NDArray?[States];
            for (int k = 0; k < moving.Length; k++)
                tangents[moving[k]] = v[States + k];
            (NDArray[] next, NDArray?[] dnext) = Push([.. v[..States], .. x[Captured..]], [.. tangents, .. dx[Captured..]]);
            return [.. next, .. moving.Select(i => Tangents.OrZeros(dnext[i], x[i].Spec))];
        }
    }

    /// <inheritdoc/>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct) => throw new MissingRuleException(Name, "Vjp");

    /// <summary>Steps are taken while any example goes on; those that have stopped keep their state.</summary>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        NDArray[] init = [.. x[..States].Select((array, i) => Batching.Spread(array, axes[i], 0, length))];
        int?[] front = [.. init.Select(_ => (int?)0)];
        return [.. Call(v => Mx.Any(Test(v)), Step, init, IsLinear).Select(y => new Batched(y, 0))];

        NDArray Test(NDArray[] v)
        {
            Batched holds = Batching.Through(Condition.Run, [.. v, .. x[States..Captured]], [.. front, .. axes[States..Captured]])[0];
            return Batching.Spread(holds.Array, holds.Axis, 0, length);
        }

        NDArray[] Step(NDArray[] v)
        {
            NDArray holds = Test(v);
            Batched[] next = Batching.Through(Body.Run, [.. v, .. x[Captured..]], [.. front, .. axes[Captured..]]);
            return [.. next.Select((array, i) => Mx.Where(Rows(holds, v[i].Rank), Batching.Spread(array.Array, array.Axis, 0, length), v[i]))];
        }
    }

    private static NDArray Rows(NDArray holds, int rank) => Mx.Reshape(holds, new Shape([holds.Shape[0], .. Enumerable.Repeat(1, rank - 1)]));

    // Literals take the type that a step gives them.
    private static NDArray[] Settled(Func<NDArray[], NDArray[]> body, NDArray[] state)
    {
        ArraySpec[] after = Closure.Of("WhileLoop", body, state).Specs;
        return after.Length != state.Length ? state : [.. state.Select((array, i) => Constant.Behind(array.Node) is not null && after[i].Shape == array.Shape ? Mx.AsType(array, after[i].DType) : array)];
    }

    // A state moves if its tangent is given, or if a step makes it depend on one that moves.
    private (bool[] Moves, bool IsLinear) Moving(bool[] given, NDArray[] x)
    {
        bool[] moves = given[..States];
        while (true)
        {
            NDArray?[] dx = Transposition.Placeholders([.. x[..States], .. x[Captured..]], [.. moves, .. given[Captured..]], Name);
            NDArray?[] dy = Push([.. x[..States], .. x[Captured..]], dx).DY;
            bool[] next = [.. moves.Select((moved, i) => moved || dy[i] is not null)];
            if (next.AsSpan().SequenceEqual(moves))
                return (moves, LinearityCheck.Holds(dx, dy));
            moves = next;
        }
    }

    private (NDArray[] Y, NDArray?[] DY) Push(NDArray[] x, NDArray?[] dx)
    {
        NDArray[] inputs = Alias.Of(x, null), y = Body.Run(inputs);
        return (y, Forward.Push(inputs, dx, y));
    }

    private void Run(BufferView[] inputs, BufferView[] outputs)
    {
        using IDisposable suspended = Trace.Suspend();
        NDArray[] x = Array.ConvertAll(inputs, HostArrays.Copy), state = x[..States];
        while (condition.Call([.. state, .. x[States..Captured]])[0].Item<bool>())
            state = body.Call([.. state, .. x[Captured..]]);
        for (int i = 0; i < outputs.Length; i++)
            HostArrays.CopyTo(state[i], outputs[i]);
    }
}
