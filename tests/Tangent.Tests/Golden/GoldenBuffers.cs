using Tangent.Kernels;

namespace Tangent.Tests.Golden;

/// <summary>Carries golden arrays into arrays and their buffers, and back.</summary>
internal static unsafe class GoldenBuffers
{
    /// <summary>A dense array with the elements of <paramref name="array"/>.</summary>
    public static BufferView View(GoldenValue.Array array)
    {
        var view = BufferView.Allocate(array.DType, array.Shape);
        array.Bytes.CopyTo(new Span<byte>(view.Pointer, array.Bytes.Length));
        GC.KeepAlive(view);
        return view;
    }

    /// <summary>An array with the elements of <paramref name="array"/>.</summary>
    public static NDArray Array(GoldenValue.Array array) => new(new Node(View(array)));

    /// <summary>The elements of an array, which is evaluated.</summary>
    public static GoldenValue.Array Read(NDArray array)
    {
        BufferView view = array.Dense();
        byte[] bytes = new Span<byte>(view.Pointer, checked((int)view.Size)).ToArray();
        GC.KeepAlive(view);
        return new(array.DType, array.Shape.ToArray(), bytes);
    }
}
