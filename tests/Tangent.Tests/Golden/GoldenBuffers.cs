using Tangent.Kernels;

namespace Tangent.Tests.Golden;

/// <summary>Carries golden arrays into buffers.</summary>
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
}
