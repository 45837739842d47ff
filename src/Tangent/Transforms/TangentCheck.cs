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

    /// <summary>One cotangent for each output, of its shape and type, or null. A literal takes the type.</summary>
    public static NDArray?[] FitCotangents(string function, NDArray[] outputs, NDArray?[] cotangents)
    {
        if (outputs.Length != cotangents.Length)
            throw new ArgumentException($"{function}: {cotangents.Length} cotangents for {outputs.Length} outputs.", nameof(cotangents));
        return [.. cotangents.Select((cotangent, i) => cotangent is null
            ? null
            : Fit(function, "cotangent", i, "its output", cotangent, outputs[i], nameof(cotangents)))];
    }

    private static NDArray Fit(string function, string role, int index, string partner, NDArray x, NDArray like, string parameter)
    {
        if (x.Shape != like.Shape)
            throw new ArgumentException($"{function}: {role} {index} has shape {x.Shape}, {partner} has {like.Shape}.", parameter);
        if (!like.DType.IsInexact)
            throw new ArgumentException($"{function}: {role} {index} belongs to an array of {like.DType.Name()}, which carries no derivative; pass null.", parameter);
        NDArray fitting = x.Literal is { } literal && Promotion.OfWeak(like.DType, literal.Kind) == like.DType ? Elementwise.ToType(function, x, like.DType) : x;
        if (fitting.DType != like.DType)
            throw new ArgumentException($"{function}: {role} {index} is {x.DType.Name()}, {partner} is {like.DType.Name()}.", parameter);
        return fitting;
    }
}
