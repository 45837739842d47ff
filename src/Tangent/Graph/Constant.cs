using Tangent.Kernels;

namespace Tangent;

/// <summary>A scalar that is known when the graph is made; fused loops hold it as a literal.</summary>
internal sealed record Constant(DType DType, ulong Bits) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(DType), DType), new(nameof(Bits), Bits)];

    /// <summary>A node that holds a literal as an element of a type.</summary>
    public static Node Node(Scalar value, DType dtype) => RecentLiterals.Of(value.Bits(dtype), dtype);

    /// <summary>A literal as a scalar array of a type.</summary>
    public static NDArray Of(Scalar value, DType dtype) => Node(value, dtype).Handle();

    /// <summary>A number as a scalar array of a type.</summary>
    public static NDArray Of(double value, DType dtype) => Of(Scalar.Of(value), dtype);

    /// <summary>The literal that a node is, or spreads over a shape; null for any other node.</summary>
    public static Constant? Behind(Node node) =>
        node.Primitive as Constant ?? (node.Primitive is BroadcastTo && node.Inputs is [{ Primitive: Constant literal }] ? literal : null);

    /// <summary>The literal in memory.</summary>
    public BufferView Allocate() => Allocate(Layout.Scalar);

    /// <summary>The literal in memory, as the one element that a layout repeats.</summary>
    public unsafe BufferView Allocate(Layout layout)
    {
        var value = new BufferView(Kernels.Buffer.Allocate(DType.Size), DType, layout);
        ulong bits = Bits;
        new ReadOnlySpan<byte>(&bits, DType.Size).CopyTo(new Span<byte>(value.Pointer, DType.Size));
        GC.KeepAlive(value);
        return value;
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Shape.Scalar, DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");
}
