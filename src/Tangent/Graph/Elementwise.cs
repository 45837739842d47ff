using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>Brings the operands of elementwise operations to one type and one shape.</summary>
internal static class Elementwise
{
    /// <summary>Promotes and broadcasts two operands.</summary>
    public static void Align(string function, ref NDArray x, ref NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.DType != y.DType || x.Literal is not null || y.Literal is not null)
            AlignTypes(function, CommonType(x, y), ref x, ref y);
        if (x.Shape != y.Shape)
            AlignShapes(function, ref x, ref y);
    }

    /// <summary>Promotes two operands to one floating or complex type and broadcasts them.</summary>
    public static void AlignInexact(string function, ref NDArray x, ref NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        AlignTypes(function, Promotion.ToInexact(CommonType(x, y)), ref x, ref y);
        if (x.Shape != y.Shape)
            AlignShapes(function, ref x, ref y);
    }

    /// <summary>The type that two operands meet in; a literal takes the other's type if its kind allows.</summary>
    public static DType CommonType(NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Literal is { } first && y.Literal is null)
            return Promotion.OfWeak(y.DType, first.Kind);
        if (y.Literal is { } second && x.Literal is null)
            return Promotion.OfWeak(x.DType, second.Kind);
        return Promotion.Of(x.DType, y.DType);
    }

    /// <summary>An operand in a type; a literal is converted exactly. An integer that an integer type does not hold is refused.</summary>
    public static NDArray ToType(string function, NDArray x, DType dtype, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Literal is { } literal)
            return x.DType == dtype ? x.Node.Handle() : Literals.ToType(function, literal, dtype);
        return x.DType == dtype ? x : Mx.AsType(x, dtype);
    }

    /// <summary>An operand in a floating or complex type; integers and bool become float32. A literal remains one.</summary>
    public static NDArray ToInexact(NDArray x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.DType.IsInexact)
            return x;
        return x.Literal is null ? Mx.AsType(x, DType.Float32) : Literals.ToKind(x, DType.Float32);
    }

    /// <summary>An operand as truth values.</summary>
    public static NDArray ToBool(NDArray x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        return x.DType == DType.Bool ? x : Mx.AsType(x, DType.Bool);
    }

    /// <summary>An operand in a shape that it broadcasts to.</summary>
    public static NDArray Broadcast(NDArray x, Shape shape)
    {
        if (x.Shape == shape)
            return x;
        return x.Node.Primitive is Constant literal ? RecentLiterals.Spread(x.Node, literal, shape).Handle() : Mx.BroadcastTo(x, shape);
    }

    /// <summary>The shape that two operands broadcast to.</summary>
    public static Shape BroadcastShapes(string function, Shape x, Shape y)
    {
        int rank = Math.Max(x.Rank, y.Rank);
        var lengths = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            int first = axis < rank - x.Rank ? 1 : x[axis - (rank - x.Rank)];
            int second = axis < rank - y.Rank ? 1 : y[axis - (rank - y.Rank)];
            if (first != second && first != 1 && second != 1)
                throw new ArgumentException($"{function}: shapes {x} and {y} do not broadcast.");
            lengths[axis] = first == 1 ? second : first;
        }
        return new Shape(lengths);
    }

    /// <summary>The batching rule of every elementwise operation: all operands get the batch along one axis.</summary>
    public static Batched Vmap(Primitive primitive, NDArray[] x, int?[] axes)
    {
        if (x.Length == 1)
            return new(primitive.Apply(x[0]), axes[0]);
        (NDArray[] aligned, int axis) = Batching.Align(x, axes);
        return new(primitive.Apply(aligned), axis);
    }

    private static void AlignTypes(string function, DType dtype, ref NDArray x, ref NDArray y)
    {
        bool areLiterals = x.Literal is not null && y.Literal is not null;
        x = areLiterals ? Literals.ToKind(x, dtype) : ToType(function, x, dtype);
        y = areLiterals ? Literals.ToKind(y, dtype) : ToType(function, y, dtype);
    }

    private static void AlignShapes(string function, ref NDArray x, ref NDArray y)
    {
        Shape shape = BroadcastShapes(function, x.Shape, y.Shape);
        x = Broadcast(x, shape);
        y = Broadcast(y, shape);
    }
}
