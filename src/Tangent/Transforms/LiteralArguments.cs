using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Literals among the arguments of a transform: it works on the exact numbers that they are, and the function sees literals of
/// the same kind, which take the type of the arrays that they meet.
/// </summary>
internal static class LiteralArguments
{
    /// <summary>The kinds of the literals, null for other arrays; null if there is no literal.</summary>
    public static LiteralKind?[]? Kinds(NDArray[] x)
    {
        foreach (NDArray array in x)
            if (array.Literal is not null)
                return Array.ConvertAll(x, other => other.Literal is { } literal ? new LiteralKind(literal) : (LiteralKind?)null);
        return null;
    }

    /// <summary>The arguments with literals as arrays of the widest type of their kind.</summary>
    public static NDArray[] Exact(NDArray[] x) => Array.ConvertAll(x, Exact);

    /// <summary>A tangent or cotangent of an argument in the type of its exact number.</summary>
    public static NDArray Exact(NDArray tangent, NDArray argument) =>
        argument.Literal is { } literal ? Mx.AsType(tangent, Widest(literal.Kind)) : tangent;

    /// <summary>Derivatives in the exact numbers as derivatives in the arguments.</summary>
    public static NDArray[] Derivatives(NDArray[] derivatives, NDArray[] x) =>
        [.. derivatives.Select((derivative, i) => x[i].Literal is null ? derivative : Mx.AsType(derivative, x[i].DType))];

    /// <summary>The function as one of exact numbers.</summary>
    public static Func<NDArray[], NDArray[]> Seeing(Func<NDArray[], NDArray[]> function, NDArray[] x) => Seeing(function, Kinds(x));

    /// <inheritdoc cref="Seeing(Func{NDArray[], NDArray[]}, NDArray[])"/>
    public static Func<NDArray[], NDArray[]> Seeing(Func<NDArray[], NDArray[]> function, LiteralKind?[]? kinds) =>
        kinds is null ? function : exact => function(See(exact, kinds));

    /// <summary>Exact numbers as literals of some kinds; arrays where the kind is null.</summary>
    public static NDArray[] See(NDArray[] exact, LiteralKind?[] kinds) =>
        [.. exact.Select((array, i) => kinds[i] is { } kind ? Literals.Of(array, kind) : array)];

    /// <summary>The kinds of literals of a function that is compiled, which says in <paramref name="requirements"/> what their numbers must be at each call.</summary>
    public static LiteralKind?[]? WithRequirements(LiteralKind?[]? kinds, LiteralRequirements requirements) =>
        kinds is null ? null : Array.ConvertAll(kinds, kind => kind is { } known ? known with { Requirements = requirements } : kind);

    private static NDArray Exact(NDArray x) => x.Literal is { } literal ? literal.Source?.Handle() ?? Constant.Of(literal, Widest(literal.Kind)) : x;

    private static DType Widest(DType kind) => kind switch
    {
        DType.Int32 => DType.Int64,
        DType.Float32 => DType.Float64,
        _ => kind,
    };
}
