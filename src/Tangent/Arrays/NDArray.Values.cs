using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>The one element of an array of size 1. <typeparamref name="T"/> must be the element type.</summary>
    [Mlx("core.array.item")]
    public unsafe T Item<T>() where T : unmanaged
    {
        if (Size != 1)
            throw new InvalidOperationException($"Item: the array has shape {Shape}; only an array of one element has an item.");
        RequireType<T>("Item");
        BufferView view = View();
        T value = *(T*)view.Pointer;
        GC.KeepAlive(view);
        return value;
    }

    /// <summary>
    /// The elements to read where they lie: no copy is made if they are contiguous in row-major order. Evaluates the
    /// array. <typeparamref name="T"/> must be the element type.
    /// </summary>
    /// <example><c>using ElementView&lt;float&gt; elements = x.Elements&lt;float&gt;();</c></example>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public ElementView<T> Elements<T>() where T : unmanaged
    {
        RequireType<T>("Elements");
        return new ElementView<T>(Dense());
    }

    /// <summary>
    /// The elements row by row and their type, evaluated if need be: <c>array([1, 2, 3], dtype=int32)</c>. Long axes are cut
    /// short; <see cref="Mx.SetPrintOptions"/> sets the digits. Under a vectorised map an example has a shape and no value:
    /// <c>float32[4], mapped</c>.
    /// </summary>
    public override string ToString()
    {
        try
        {
            return ArrayText.Repr(View());
        }
        catch (InvalidOperationException error) when (error.InnerException is NoValueException { IsMapped: true })
        {
            return $"{Spec}, mapped";
        }
    }

    /// <summary>The evaluated elements, one after the other in row-major order.</summary>
    internal BufferView Dense([CallerMemberName] string reader = "")
    {
        BufferView view = View(reader);
        return view.Layout.IsRowMajor ? view : Copy(view);
    }

    /// <summary>As <see cref="Dense"/>, and from the first element of the memory on.</summary>
    internal BufferView DenseFromStart()
    {
        BufferView dense = Dense();
        return dense.Layout.Offset == 0 ? dense : Copy(dense);
    }

    private static BufferView Copy(BufferView view)
    {
        IDevice device = Device.Current;
        BufferView copy = device.Allocate(view.DType, Layout.RowMajor(view.Layout.Shape));
        device.Run(RowMajorKernel.Instance, [view], [copy]);
        return copy;
    }
}
