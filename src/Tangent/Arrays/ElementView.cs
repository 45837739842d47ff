using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The elements of an evaluated array where they lie, to read. The memory is kept until the view is disposed, so declare
/// it with <c>using</c>; the compiler lets no span outlive it.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct ElementView<T> where T : unmanaged
{
    private readonly BufferView view;

    internal ElementView(BufferView view) => this.view = view;

    /// <summary>The elements in row-major order.</summary>
    [UnscopedRef]
    public unsafe ReadOnlySpan<T> Span => new(view.Pointer, checked((int)view.Layout.Count));

    /// <summary>The elements in the array's shape.</summary>
    [UnscopedRef]
    public unsafe ReadOnlyTensorSpan<T> TensorSpan =>
        new((T*)view.Pointer, checked((nint)view.Layout.Count), [.. view.Layout.Shape.Select(length => (nint)length)]);

    /// <summary>The memory need no longer be kept.</summary>
    public void Dispose() => GC.KeepAlive(view);
}
