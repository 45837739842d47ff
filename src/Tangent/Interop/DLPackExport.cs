using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Makes structures of DLPack that keep what they describe.</summary>
internal static unsafe class DLPackExport
{
    private const int Processor = 1;

    /// <summary>A DLManagedTensor.</summary>
    public static nint Plain(BufferView view)
    {
        var result = (DLManagedTensor*)Allocate(sizeof(DLManagedTensor), view, out DLTensor tensor);
        result->Tensor = tensor;
        result->Context = GCHandle.ToIntPtr(GCHandle.Alloc(view));
        result->Deleter = &Delete;
        return (nint)result;
    }

    /// <summary>A DLManagedTensorVersioned.</summary>
    public static nint Versioned(BufferView view, bool isCopied)
    {
        var result = (DLManagedTensorVersioned*)Allocate(sizeof(DLManagedTensorVersioned), view, out DLTensor tensor);
        result->Major = DLManagedTensorVersioned.ReadableMajor;
        result->Minor = 0;
        result->Flags = isCopied ? DLManagedTensorVersioned.Copied : DLManagedTensorVersioned.ReadOnly;
        result->Tensor = tensor;
        result->Context = GCHandle.ToIntPtr(GCHandle.Alloc(view));
        result->Deleter = &DeleteVersioned;
        return (nint)result;
    }

    // The structure, and behind it lengths and strides. Not all libraries heed the offset.
    private static void* Allocate(int size, BufferView view, out DLTensor tensor)
    {
        int[] shape = view.Layout.Shape;
        byte* block = (byte*)NativeMemory.Alloc((nuint)size + (nuint)(2 * sizeof(long) * shape.Length));
        var lengths = (long*)(block + size);
        long* strides = lengths + shape.Length;
        for (int axis = 0; axis < shape.Length; axis++)
            (lengths[axis], strides[axis]) = (shape[axis], view.Layout.Strides[axis]);
        tensor = new()
        {
            Data = view.Pointer,
            DeviceType = Processor,
            Rank = shape.Length,
            ElementType = DLElementType.Of(view.DType),
            Lengths = lengths,
            Strides = strides,
        };
        return block;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Delete(DLManagedTensor* tensor)
    {
        GCHandle.FromIntPtr(tensor->Context).Free();
        NativeMemory.Free(tensor);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeleteVersioned(DLManagedTensorVersioned* tensor)
    {
        GCHandle.FromIntPtr(tensor->Context).Free();
        NativeMemory.Free(tensor);
    }
}
