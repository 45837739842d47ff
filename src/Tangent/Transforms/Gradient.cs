namespace Tangent;

/// <summary>Reverse mode with the convention for complex numbers, as users see it.</summary>
internal static class Gradient
{
    /// <summary>The outputs of a function and the cotangents of its inputs; <paramref name="cotangents"/> sees the outputs.</summary>
    public static (NDArray[] Y, NDArray[] CT) Run(Func<NDArray[], NDArray[]> function, NDArray[] primals, Func<NDArray[], NDArray?[]> cotangents)
    {
        using Trace trace = Trace.Open("Vjp");
        NDArray[] inputs = Alias.Of(LiteralArguments.Exact(primals), trace);
        NDArray[] y = FunctionResults.Of("Vjp", LiteralArguments.Seeing(function, primals)(NDArray.Share(inputs)));
        NDArray?[] ct = TangentCheck.FitCotangents("Vjp", y, cotangents(y));
        return (NDArray.Share(y), LiteralArguments.Derivatives(Pull(inputs, y, ct), primals));
    }

    /// <summary>The value of a function with a scalar result, and its gradient in the arguments that <paramref name="chosen"/> names.</summary>
    public static (NDArray[] Y, NDArray[] Gradients) OfScalar(string function, Func<NDArray[], NDArray[]> body, NDArray[] x, int[] chosen)
    {
        foreach (int index in chosen)
            if (!x[index].DType.IsInexact)
                throw new ArgumentException($"{function}: argument {index} is {x[index].DType.Name()}, which carries no derivative.", nameof(x));
        using Trace trace = Trace.Open(function);
        NDArray[] points = Array.ConvertAll(chosen, index => x[index]);
        NDArray[] active = Alias.Of(LiteralArguments.Exact(points), trace);
        NDArray[] y = FunctionResults.Of(function, body(NDArray.Share(Replaced(x, chosen, active))));
        RequireScalar(function, y);
        NDArray?[] ct = new NDArray?[y.Length];
        ct[0] = Constant.Of(1.0, y[0].DType);
        return (NDArray.Share(y), LiteralArguments.Derivatives(Pull(active, y, ct), points));
    }

    /// <summary>The arguments with aliases of the chosen ones in their places, which the function sees as literals where they were.</summary>
    public static NDArray[] Replaced(NDArray[] x, int[] chosen, NDArray[] active)
    {
        LiteralKind?[]? kinds = LiteralArguments.Kinds(Array.ConvertAll(chosen, index => x[index]));
        NDArray[] seen = kinds is null ? active : LiteralArguments.See(active, kinds), inputs = [.. x];
        for (int i = 0; i < chosen.Length; i++)
            inputs[chosen[i]] = seen[i];
        return inputs;
    }

    private static void RequireScalar(string function, NDArray[] y)
    {
        if (y.Length == 0 || y[0].Rank != 0)
            throw new ArgumentException($"{function}: the function must return a scalar; it returned {(y.Length == 0 ? "nothing" : $"shape {y[0].Shape}")}.", nameof(function));
        if (!y[0].DType.IsInexact)
            throw new ArgumentException($"{function}: the function must return a floating or complex scalar; it returned {y[0].DType.Name()}.", nameof(function));
    }

    private static NDArray[] Pull(NDArray[] x, NDArray[] y, NDArray?[] ct)
    {
        bool[] active = Array.ConvertAll(x, array => array.DType.IsInexact);
        NDArray?[] result = Reverse.Pull(x, active, y, Array.ConvertAll(ct, Conjugate));
        var cotangents = new NDArray[x.Length];
        for (int i = 0; i < x.Length; i++)
            cotangents[i] = Tangents.OrZeros(Conjugate(result[i])?.Share(), x[i].Spec);
        return cotangents;
    }

    private static NDArray? Conjugate(NDArray? x) => x is { DType: DType.Complex64 } ? Mx.Conjugate(x) : x;
}
