using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// What inputs primitives have, which is seen to by the public functions that make them. Kernels trust it, so that it must hold of what
/// comes from a file.
/// </summary>
internal static class InputRules
{
    /// <summary>A number of inputs.</summary>
    public static void Count(Node[] x, int least, int most)
    {
        if (x.Length < least || x.Length > most)
            throw new ArgumentException(FormattableString.Invariant($"it has {x.Length} inputs"));
    }

    /// <summary>A number of inputs.</summary>
    public static void Count(Node[] x, int count) => Count(x, count, count);

    /// <summary>Something else that must hold.</summary>
    public static void Require(bool holds, string what)
    {
        if (!holds)
            throw new ArgumentException(what);
    }

    /// <summary>A number of inputs of one shape and type.</summary>
    public static void Same(Node[] x, int count)
    {
        Count(x, count);
        Require(Array.TrueForAll(x, node => node.Spec == x[0].Spec), "its inputs differ in shape or type");
    }

    /// <summary>Inputs of an operation on elements, of types for which there is a kernel.</summary>
    public static void Elements(Primitive primitive, Node[] x, int count)
    {
        Same(x, count);
        Lowers(primitive, x);
    }

    /// <summary>Types for which there is a kernel of the elements.</summary>
    public static void Lowers(Primitive primitive, Node[] x)
    {
        ArraySpec y = primitive.Infer(x);
        Program body = ((MapKernel)primitive.Lower(x, y)).Body;
        Require(body.Inputs.SequenceEqual(x.Select(node => node.DType)), "it takes other types");
        Require(body.Outputs.Length == 1 && body.Instructions[body.Outputs[0]].DType == y.DType, "it makes another type");
    }

    /// <summary>One input, and an axis of it.</summary>
    public static void Axis(Node[] x, int axis)
    {
        Count(x, 1);
        Require(axis >= 0 && axis < x[0].Shape.Rank, "it has no such axis");
    }

    /// <summary>Axes, each once.</summary>
    public static void Axes(Axes axes, int rank)
    {
        var seen = new HashSet<int>();
        foreach (int axis in axes)
            Require(axis >= 0 && axis < rank && seen.Add(axis), "it has no such axes, or one twice");
    }

    /// <summary>One input and some axes of it, along which there are elements if there must be, and which can be folded.</summary>
    public static void Fold(Primitive primitive, Axes axes, Node[] x, bool needsElements = false)
    {
        Count(x, 1);
        Axes(axes, x[0].Shape.Rank);
        Require(!needsElements || axes.All(axis => x[0].Shape[axis] > 0), "it has no elements along its axes");
        if (primitive.Lower(x, primitive.Infer(x)) is FoldKernel kernel)
            FoldTable.Find(kernel.Op, x[0].DType.ComputeType);
    }

    /// <summary>Floating or complex numbers.</summary>
    public static void Inexact(Node x) => Require(x.DType.IsInexact, "it is of numbers that are floating or complex");

    /// <summary>Floating numbers.</summary>
    public static void Floating(Node x) => Require(x.DType.IsFloating, "it is of floating numbers");

    /// <summary>An input of a type.</summary>
    public static void Type(Node x, DType dtype) => Require(x.DType == dtype, $"it takes {dtype.Name()}");

    /// <summary>An input of a shape and type.</summary>
    public static void Spec(Node x, DType dtype, params int[] lengths) =>
        Require(x.DType == dtype && x.Shape == new Shape(lengths), $"an input should be {new ArraySpec(new Shape(lengths), dtype)}");

    /// <summary>Matrices of a type that linear algebra computes with.</summary>
    public static void Matrices(Node x)
    {
        Require(x.Shape.Rank >= 2, "it takes matrices");
        Require(x.DType is DType.Float32 or DType.Float64 or DType.Complex64, "it takes float32, float64 or complex64");
    }

    /// <summary>Some inputs of one shape and type, each of square matrices.</summary>
    public static void Square(Node[] x, int count = 1)
    {
        Same(x, count);
        Matrices(x[0]);
        Require(x[0].Shape[^1] == x[0].Shape[^2], "it takes square matrices");
    }

    /// <summary>Inputs whose composition has the shapes and types that the primitive says.</summary>
    public static void Composes(Primitive primitive, Node[] x)
    {
        NDArray[] inputs = Node.Handles(x);
        (NDArray[] y, ArraySpec[] expected) = primitive is MultiOutput several
            ? (several.ExpandAll(inputs)!, several.InferAll(x))
            : ([((Composite)primitive).Expand(inputs)], [primitive.Infer(x)]);
        Require(y.Select(array => array.Spec).SequenceEqual(expected), "its inputs do not fit together");
    }

    /// <summary>Indices: integers of one shape, one array for each axis.</summary>
    public static void Indices(ReadOnlySpan<Node> indices, int count)
    {
        Require(indices.Length == count && count > 0, "it has another number of indices than of axes");
        foreach (Node index in indices)
            Require(index.DType.IsInteger && index.Shape == indices[0].Shape, "its indices are no integers of one shape");
    }
}
