using Tangent.Kernels;

namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>
    /// Lends the elements to another library, without a copy, by DLPack: a pointer at a new DLManagedTensor, or DLManagedTensorVersioned, whose
    /// deleter whoever gets it calls once; <see cref="Mx.FromDLPack"/> takes it back where nobody wants it. Evaluates the array. Arrays do not
    /// change: nobody may write into the memory, as the flag for reading alone says where it <paramref name="isVersioned"/>, unless it is a <paramref name="copy"/>.
    /// What strides of other libraries cannot express, steps backwards, is copied too.
    /// </summary>
    [Mlx("core.array.__dlpack__")]
    public nint ToDLPack(bool isVersioned = false, bool copy = false)
    {
        BufferView view = View();
        bool isCopied = copy || Array.Exists(view.Layout.Strides, stride => stride < 0);
        if (isCopied)
            view = Copy(view);
        return isVersioned ? DLPackExport.Versioned(view, isCopied) : DLPackExport.Plain(view);
    }
}
