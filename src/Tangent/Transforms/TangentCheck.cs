namespace Tangent;

/// <summary>Refuses tangents and cotangents that do not fit, before the user's function runs.</summary>
internal static class TangentCheck
{
    /// <summary>Literals become ordinary arrays, so that a function sees a point of fixed types.</summary>
    public static NDArray[] Strong(NDArray[] x)
    {
        var strong = new NDArray[x.Length];
        for (int i = 0; i < x.Length; i++)
            strong[i] = x[i].Literal is null ? x[i] : new NDArray(x[i].Node);
        return strong;
    }

    /// <summary>One tangent for each primal, of its shape and type, or null. A literal takes the type; the tangent of a literal becomes that of its exact number.</summary>
    public static NDArray?[] Fit(string function, NDArray[] primals, NDArray?[] tangents)
    {
        if (primals.Length != tangents.Length)
            throw new ArgumentException($"{function}: {tangents.Length} tangents for {primals.Length} primals.", nameof(tangents));
        return [.. tangents.Select((tangent, i) => tangent is null
            ? null
            : LiteralArguments.Exact(Fit(function, "tangent", i, "its primal", tangent, primals[i], nameof(tangents)), primals[i]))];
    }

    /// <summary>For each primal a stack of tangents along a new axis 0, all as many, or null; at least one is not.</summary>
    public static NDArray?[] FitMany(string function, NDArray[] primals, NDArray?[] tangents)
    {
        if (primals.Length != tangents.Length)
            throw new ArgumentException($"{function}: {tangents.Length} stacks of tangents for {primals.Length} primals.", nameof(tangents));
        int first = Array.FindIndex(tangents, stack => stack is not null);
        if (first < 0)
            throw new ArgumentException($"{function}: there is no tangent.", nameof(tangents));
        return [.. tangents.Select((stack, i) => stack is null ? null : FitStack(function, stack, primals[i], i, tangents[first]!, first))];
    }

    /// <summary>One cotangent for each output, of its shape and type, or null. A literal takes the type.</summary>
    public static NDArray?[] FitCotangents(string function, NDArray[] outputs, NDArray?[] cotangents)
    {
        if (outputs.Length != cotangents.Length)
            throw new ArgumentException($"{function}: {cotangents.Length} cotangents for {outputs.Length} outputs.", nameof(cotangents));
        return [.. cotangents.Select((cotangent, i) => cotangent is null
            ? null
            : Fit(function, "cotangent", i, "its output", cotangent, outputs[i], nameof(cotangents)))];
    }

    private static NDArray FitStack(string function, NDArray stack, NDArray primal, int index, NDArray first, int place)
    {
        if (stack.Rank == 0 || stack.Shape.Without([0]) != primal.Shape)
            throw new ArgumentException($"{function}: the tangents {index} have shape {stack.Shape}; their primal has {primal.Shape}, before which there must be one axis.", "tangents");
        if (stack.Shape[0] != first.Shape[0])
            throw new ArgumentException($"{function}: there are {stack.Shape[0]} tangents {index} and {first.Shape[0]} tangents {place}.", "tangents");
        return LiteralArguments.Exact(Typed(function, "tangent", index, "its primal", stack, primal, "tangents"), primal);
    }

    private static NDArray Fit(string function, string role, int index, string partner, NDArray x, NDArray like, string parameter)
    {
        if (x.Shape != like.Shape)
            throw new ArgumentException($"{function}: {role} {index} has shape {x.Shape}, {partner} has {like.Shape}.", parameter);
        return Typed(function, role, index, partner, x, like, parameter);
    }

    private static NDArray Typed(string function, string role, int index, string partner, NDArray x, NDArray like, string parameter)
    {
        if (!like.DType.IsInexact)
            throw new ArgumentException($"{function}: {role} {index} belongs to an array of {like.DType.Name()}, which carries no derivative; pass null.", parameter);
        NDArray fitting = x.Literal is { } literal && Promotion.OfWeak(like.DType, literal.Kind) == like.DType ? Elementwise.ToType(function, x, like.DType) : x;
        if (fitting.DType != like.DType)
            throw new ArgumentException($"{function}: {role} {index} is {x.DType.Name()}, {partner} is {like.DType.Name()}.", parameter);
        return fitting;
    }
}
