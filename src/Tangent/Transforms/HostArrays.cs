using Tangent.Kernels;

namespace Tangent;

/// <summary>Arrays for code that runs inside a plan: copies, since a plan uses its memory again.</summary>
internal static unsafe class HostArrays
{
    /// <summary>An array with the elements of dense memory.</summary>
    public static NDArray Copy(BufferView dense)
    {
        BufferView copy = BufferView.Allocate(dense.DType, dense.Layout.Shape);
        Move(dense, copy);
        return new(new Node(copy));
    }

    /// <summary>Evaluates an array and writes its elements to dense memory.</summary>
    public static void CopyTo(NDArray x, BufferView dense) => Move(x.Dense("HostCall"), dense);

    private static void Move(BufferView from, BufferView to)
    {
        System.Buffer.MemoryCopy(from.Pointer, to.Pointer, to.Layout.Count * to.DType.Size, from.Layout.Count * from.DType.Size);
        GC.KeepAlive(from);
        GC.KeepAlive(to);
    }
}
