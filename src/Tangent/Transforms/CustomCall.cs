namespace Tangent;

/// <summary>
/// A call of a function with rules of the user's. Its inputs are the arguments, for which the rules speak, and then what
/// the function captured from a transform in progress, which goes through the function's operations.
/// </summary>
internal sealed record CustomCall(Closure Body, CustomRules Rules) : MultiOutput
{
    private const string CotangentOfRule = "the cotangents of CustomFunction's vjp rule";

    // The rules whose jvp is being transposed.
    [ThreadStatic]
    private static List<CustomRules>? transposing;

    /// <inheritdoc/>
    public override string Name => "CustomFunction";

    /// <inheritdoc/>
    public override (string Name, Closure? Function)[] Closures => [(nameof(Body), Body)];

    private int Arguments => Body.Arguments;

    /// <summary>Calls a function so that a transform in progress finds the rules.</summary>
    public static NDArray[] Call(Func<NDArray[], NDArray[]> function, CustomRules rules, NDArray[] x)
    {
        Operands.Require(x, "arguments");
        if (!Trace.Sees(x))
            return NDArray.Share(FunctionResults.Of("CustomFunction", function(NDArray.Share(x))));
        if (LiteralArguments.Kinds(x) is { } kinds)
            return Call(LiteralArguments.Seeing(function, kinds), rules.Seeing(kinds), LiteralArguments.Exact(x));
        Closure body = Closure.Of("CustomFunction", function, x);
        if (body.HasEffects)
            throw new InvalidOperationException("CustomFunction: the function has an effect, which would happen again wherever its rules run it.");
        NDArray[] inputs = [.. x, .. body.Captured];
        return inputs.Any(input => input.Node.IsTraced) ? new CustomCall(body, rules).ApplyAll(inputs) : NDArray.Share(body.Results);
    }

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => Body.Specs;

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x) => Body.Run(x);

    /// <inheritdoc/>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        if (Array.TrueForAll(dx[..Arguments], tangent => tangent is null))
            return base.JvpAll(x, dx, y);
        NDArray?[]? byRule = Rules.Jvp is not null ? RunJvp(x, dx, y) : Rules.Vjp is not null ? TransposeVjp(x, dx, y) : null;
        if (byRule is null)
            return base.JvpAll(x, dx, y);
        NDArray?[] captured = base.JvpAll(x, [.. dx.Select((tangent, i) => i < Arguments ? null : tangent)], y);
        return [.. byRule.Select((tangent, i) => Tangents.Add(tangent, captured[i]))];
    }

    /// <inheritdoc/>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct)
    {
        if (Rules.Vjp is null && Rules.Jvp is null)
            return Reverse.Through(Body.Run, x, active, ct);
        NDArray?[] byRule = Rules.Vjp is not null ? RunVjp(x, y, ct) : TransposeJvp(x, active, y, ct);
        bool[] captured = [.. active.Select((value, i) => value && i >= Arguments)];
        NDArray?[] throughBody = captured.Contains(true) ? Reverse.Through(Body.Run, x, captured, ct) : new NDArray?[x.Length];
        return [.. throughBody.Select((value, i) => i < Arguments ? byRule[i] : value)];
    }

    /// <summary>For a function that is linear in the arguments given by null, a rule says what the transpose is; it cannot depend on their values.</summary>
    public override NDArray?[] TransposeAll(NDArray?[] ct, NDArray?[] x, ArraySpec[] inputs)
    {
        // The jvp of a linear function may call the function itself; then its operations say what the transpose is.
        bool hasRule = Rules.Vjp is not null || (Rules.Jvp is not null && transposing?.Contains(Rules.Origin) is not true);
        if (!hasRule || Array.IndexOf(x, null, 0, Arguments) < 0)
            return base.TransposeAll(ct, x, inputs);
        NDArray?[] cotangents = TransposeByRule(ct, x, inputs);
        if (Array.IndexOf(x, null, Arguments) < 0)
            return cotangents;
        // The function is linear in arguments and captured arrays together; what it makes of the latter is seen where the former are zero.
        NDArray?[] captured = base.TransposeAll(ct, [.. x.Select((array, i) => i < Arguments ? Tangents.OrZeros(array, inputs[i]) : array)], inputs);
        return [.. captured.Select((value, i) => i < Arguments ? cotangents[i] : value)];
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes)
    {
        if (Rules.Vmap is not null && Array.TrueForAll(axes[Arguments..], axis => axis is null))
        {
            (NDArray[] outputs, int?[] outAxes) = Rules.Vmap(NDArray.Share(x[..Arguments]), axes[..Arguments]);
            return [.. outputs.Select((array, i) => new Batched(array, outAxes[i]))];
        }
        int length = Batching.Length(x, axes);
        // The captured arrays stay behind the arguments: the closure of the mapped function must not take them for arguments.
        NDArray[] captured = x[Arguments..];
        NDArray[] y = Call(Map, Rules.Batch(axes[..Arguments], length), x[..Arguments]);
        return [.. y.Select(array => new Batched(array, 0))];

        NDArray[] Map(NDArray[] arguments) =>
            [.. Batching.Through(Body.Run, [.. arguments, .. captured], axes).Select(result => Batching.Spread(result.Array, result.Axis, 0, length))];
    }

    private NDArray?[] RunJvp(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray[] dy = Rules.Jvp!(NDArray.Share(x[..Arguments]), [.. dx[..Arguments].Select((tangent, i) => Tangents.OrZeros(tangent?.Share(), x[i].Spec))]);
        return Require("jvp", dy, y, "output");
    }

    private NDArray?[] RunVjp(NDArray[] x, NDArray[] y, NDArray?[] ct)
    {
        // The user's rule speaks the user's convention: its cotangents are conjugate to those of the walk.
        NDArray[] outer = [.. ct.Select((value, i) => Mx.Conjugate(Tangents.OrZeros(value, y[i].Spec)))];
        NDArray[] result = Rules.Vjp!(NDArray.Share(x[..Arguments]), outer, NDArray.Share(y));
        return Require("vjp", [.. result.Select(Mx.Conjugate)], x[..Arguments], "primal");
    }

    private NDArray?[] TransposeJvp(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct)
    {
        NDArray?[] dx = Transposition.Placeholders(x[..Arguments], active[..Arguments], Name);
        try
        {
            return Transposition.OfTangents(dx, RunJvp(x, dx, y), ct);
        }
        catch (MissingRuleException missing) when (missing.IsNotLinear)
        {
            throw missing.Of(Name, "reverse mode transposes the jvp rule, which is not linear in its tangents");
        }
    }

    // The map from cotangents to cotangents is linear; its transpose is the map from tangents to tangents.
    private NDArray?[]? TransposeVjp(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray?[] ct = Transposition.Placeholders(y, [.. y.Select(array => array.DType.IsInexact)], CotangentOfRule);
        try
        {
            return Transposition.OfTangents(ct, RunVjp(x, y, ct), dx[..Arguments]);
        }
        catch (Exception error) when (IsNotLinear(error))
        {
            return null;
        }
    }

    // A rule that branches on the values of its cotangents is not linear in them either.
    private static bool IsNotLinear(Exception error) => error is MissingRuleException { IsNotLinear: true }
        || (error as NoValueException ?? error.InnerException as NoValueException) is { Transform: CotangentOfRule };

    private NDArray?[] TransposeByRule(NDArray?[] ct, NDArray?[] x, ArraySpec[] inputs)
    {
        bool[] isLinear = Array.ConvertAll(x, array => array is null);
        NDArray[] values = [.. x.Select((array, i) => array ?? Placeholder.Of(inputs[i], "Transpose"))];
        NDArray[] y = Body.Run(values);
        NDArray?[] byRule = Rules.Vjp is not null ? RunVjp(values, y, ct) : TransposeLinearJvp(values, isLinear, y, ct);
        NDArray?[] cotangents = [.. x.Select((array, i) => i < Arguments && isLinear[i] ? byRule[i] : null)];
        NDArray[] placeholders = [.. values.Where((_, i) => isLinear[i])];
        if (GraphSort.Between(NDArray.NodesOf(placeholders), NDArray.NodesOf(Tangents.Present(cotangents))).Count > 0)
            throw new MissingRuleException(Name, "Transpose");
        return cotangents;
    }

    private NDArray?[] TransposeLinearJvp(NDArray[] x, bool[] isLinear, NDArray[] y, NDArray?[] ct)
    {
        List<CustomRules> running = transposing ??= [];
        running.Add(Rules.Origin);
        try
        {
            return TransposeJvp(x, isLinear, y, ct);
        }
        finally
        {
            running.RemoveAt(running.Count - 1);
        }
    }

    private static NDArray[] Require(string rule, NDArray[] given, NDArray[] like, string partner)
    {
        if (given.Length != like.Length)
            throw new ArgumentException($"CustomFunction: the {rule} rule gave {given.Length} arrays for {like.Length} {partner}s.", rule);
        for (int i = 0; i < given.Length; i++)
            if (given[i].Shape != like[i].Shape || (like[i].DType.IsInexact && given[i].DType != like[i].DType))
                throw new ArgumentException($"CustomFunction: result {i} of the {rule} rule is {given[i].Spec}, its {partner} is {like[i].Spec}.", rule);
        return given;
    }
}
