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
    /// The elements row by row and their type, evaluated if need be: <c>array([1, 2, 3], dtype=int32)</c>. Long axes are cut
    /// short; <see cref="Mx.SetPrintOptions"/> sets the digits. Under a vectorised map an example has a shape and no value:
    /// <c>float32[4], mapped</c>.
    /// </summary>
    public override string ToString() => ToString(null, null);

    /// <summary>
    /// The elements alone, each in a format of .NET's numbers: <c>$"{loss:f3}"</c> gives <c>0.125</c>, and for a vector <c>[0.125, 1.500]</c>.
    /// Without a format the same as <see cref="ToString()"/>. The current culture does not count; that of a provider does.
    /// </summary>
    /// <exception cref="FormatException">The numbers have no such format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        try
        {
            BufferView view = View();
            return string.IsNullOrEmpty(format)
                ? ArrayText.Repr(view)
                : ArrayText.Elements(view, new ElementFormat(PrintScope.Current, format, formatProvider));
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
        try
        {
            IDevice device = Machine.Device;
            BufferView copy = device.Allocate(view.DType, Layout.RowMajor(view.Layout.Shape));
            device.Run(RowMajorKernel.Instance, [view], [copy]);
            return copy;
        }
        catch (InsufficientMemoryException error)
        {
            throw MemoryErrors.In("A copy in row-major order", new(new Shape(view.Layout.Shape), view.DType), error);
        }
    }
}
