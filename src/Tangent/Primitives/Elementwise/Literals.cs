using Tangent.Kernels;

namespace Tangent;

/// <summary>Literals as operands, and arrays that repeat a number that is known when the graph is made.</summary>
internal static class Literals
{
    /// <summary>A literal as a scalar of a type, exactly; an integer that an integer type does not hold is refused.</summary>
    public static NDArray ToType(string function, Scalar literal, DType dtype)
    {
        if (literal.Source is null)
            RequireWithin(function, literal, dtype);
        else if (!literal.IsOfKindWithin(dtype))
            RequireWithinLater(function, literal, dtype);
        return Of(literal, dtype);
    }

    // Apart, since a delegate costs more than most literals.
    private static void RequireWithinLater(string function, Scalar literal, DType dtype) => literal.Require(number => RequireWithin(function, number, dtype));

    private static void RequireWithin(string function, Scalar literal, DType dtype)
    {
        if (literal.IsOutOf(dtype))
            throw new ArgumentException($"{function}: the literal {literal} is out of range of {dtype.Name()}, which holds {new IInfo(dtype).Min} to {new IInfo(dtype).Max}.");
    }

    /// <summary>A literal as a scalar of a type, as an array's element would be converted.</summary>
    public static NDArray Of(Scalar literal, DType dtype) =>
        literal.Source is { } source ? Mx.AsType(source.Handle(), dtype) : Constant.Of(literal, dtype);

    /// <summary>A literal of a kind whose exact number is that of a node.</summary>
    public static NDArray Of(NDArray exact, LiteralKind kind) => new(Mx.AsType(exact, kind.DType).Node, Scalar.Of(kind, exact.Node));

    /// <summary>An operand as a literal still, of a type in which it meets another literal.</summary>
    public static NDArray ToKind(NDArray x, DType dtype)
    {
        if (x.DType == dtype)
            return x;
        Scalar literal = x.Literal!.As(dtype);
        return new(Of(literal, dtype).Node, literal);
    }

    /// <summary>An integer literal that <paramref name="dtype"/> does not hold as the nearest one that it does; any other operand itself.</summary>
    public static NDArray Within(DType dtype, NDArray x)
    {
        if (x.Literal is not { } literal || !dtype.IsInteger)
            return x;
        if (literal is { Source: { DType.IsInteger: true } source } && !literal.IsOfKindWithin(dtype))
            return Mx.AsType(Limited(source.Handle(), dtype), dtype);
        return literal.IsOutOf(dtype) ? Constant.Of(literal.Within(dtype), dtype) : x;
    }

    /// <summary>
    /// A result on literals alone is a literal again: floating ones compute in float64, so that what meets float64 later has its
    /// digits and what meets float16 keeps that type. Anything else is a node of the graph.
    /// </summary>
    public static NDArray Apply(Primitive primitive, params NDArray[] x)
    {
        DType kind = x[0].DType;
        if (kind.IsComplex || !Array.TrueForAll(x, operand => operand.Literal is not null))
            return primitive.Apply(x);
        DType precise = kind.IsFloating ? DType.Float64 : kind;
        NDArray y = primitive.Apply(Array.ConvertAll(x, operand => Of(operand.Literal!, precise)));
        return FromExact(y, y.DType == precise ? kind : y.DType, x);
    }

    /// <summary>One of two literals of a kind, chosen by a literal, as a literal.</summary>
    public static NDArray Choose(NDArray condition, NDArray x, NDArray y)
    {
        if (condition.Literal!.Source is null)
            return (condition.Literal.Bits(DType.Bool) != 0 ? x : y).Share();
        DType kind = x.DType, precise = kind.IsFloating ? DType.Float64 : kind;
        return FromExact(Shared<Where>.Instance.Apply(Of(condition.Literal, DType.Bool), Of(x.Literal!, precise), Of(y.Literal!, precise)), kind, condition, x, y);
    }

    /// <summary>What was computed exactly of literals alone, as a literal of a kind.</summary>
    public static NDArray FromExact(NDArray y, DType kind, params NDArray[] x)
    {
        if (Array.Exists(x, operand => operand.Literal!.Source is not null))
            return Of(y, new LiteralKind(kind, Array.Find(x, operand => operand.Literal!.Requirements is not null)?.Literal!.Requirements));
        Scalar value = Read(y);
        return new(Constant.Node(value, value.Kind), value);
    }

    private static NDArray Limited(NDArray exact, DType dtype)
    {
        var limits = new IInfo(dtype);
        if (exact.DType == DType.UInt64)
            return Mx.Minimum(exact, limits.Max);
        NDArray y = Mx.Maximum(Mx.AsType(exact, DType.Int64), limits.Min);
        return dtype.Size < 8 ? Mx.Minimum(y, (long)limits.Max) : y;
    }

    /// <summary>A scalar as a literal of its type, read.</summary>
    public static Scalar Read(NDArray y) => y.DType switch
    {
        DType.Bool => Scalar.Of(y.Item<bool>()),
        DType.Float64 => Scalar.Of(y.Item<double>()),
        DType.Int32 => Scalar.Of(y.Item<int>(), y.DType),
        DType.Int64 => Scalar.Of(y.Item<long>(), y.DType),
        _ => Scalar.Of(y.Item<ulong>(), y.DType),
    };

    /// <summary>The number, if all elements are one literal; null for bool, narrow or unsigned integers and non-real numbers.</summary>
    public static double? NumberOf(NDArray x)
    {
        Node node = x.Node;
        while (node.Primitive is BroadcastTo && node.Inputs.Length == 1)
            node = node.Inputs[0];
        return node.Primitive is Constant literal ? NumberOf(literal) : null;
    }

    private static double? NumberOf(Constant literal) => literal.DType switch
    {
        DType.Int32 => (int)literal.Bits,
        DType.Int64 => (long)literal.Bits,
        DType.Float16 => (double)BitConverter.UInt16BitsToHalf((ushort)literal.Bits),
        DType.BFloat16 => BFloat16.FromBits((ushort)literal.Bits),
        DType.Float32 => BitConverter.UInt32BitsToSingle((uint)literal.Bits),
        DType.Float64 => BitConverter.UInt64BitsToDouble(literal.Bits),
        DType.Complex64 when literal.Bits >> 32 == 0 => BitConverter.UInt32BitsToSingle((uint)literal.Bits),
        _ => null,
    };
}
