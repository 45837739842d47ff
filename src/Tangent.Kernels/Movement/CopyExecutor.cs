using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Copies elements from one layout to another.</summary>
internal static unsafe class CopyExecutor
{
    /// <summary>Bytes below which a second thread costs more than it saves.</summary>
    private const long Grain = 256 * 1024;

    /// <summary>
    /// Copies every element of <paramref name="source"/> to its place in <paramref name="destination"/>, which has the
    /// same shape and element type, any strides, and no element in common with the source or with itself. What is read
    /// again at once is left in the caches, however large.
    /// </summary>
    public static void Run(BufferView source, BufferView destination, bool isReadAtOnce = false)
    {
        Require.SameShape("Copy", "destination", source.Layout.Shape, destination.Layout.Shape);
        Require.SameDType("Copy", "destination", source.DType, destination.DType);
        if (source.Layout.Count == 0)
            return;
        bool streams = !isReadAtOnce && Streaming.IsWorthwhile(2 * source.Size);
        if (source.Layout.IsRowMajor && destination.Layout.IsRowMajor)
            CopyBytes(source.Pointer, destination.Pointer, source.Size, streams);
        else
            ElementWidth.Dispatch(source.DType, new StridedAction(source, destination, streams));
        GC.KeepAlive(source);
        GC.KeepAlive(destination);
    }

    private static void CopyBytes(byte* source, byte* destination, long size, bool streams)
    {
        if (source == destination)
            return;
        if (size <= Grain)
            NativeMemory.Copy(source, destination, (nuint)size);
        else
            Workers.For(size, Grain, (start, end) => CopyPart(source + start, destination + start, end - start, streams));
    }

    private static void CopyPart(byte* source, byte* destination, long size, bool streams)
    {
        if (streams)
            StreamingCopy.Run(source, destination, size);
        else
            NativeMemory.Copy(source, destination, (nuint)size);
        Streaming.Finish();
    }

    private readonly struct StridedAction(BufferView source, BufferView destination, bool streams) : IWidthAction
    {
        public void Run<TBits>() where TBits : unmanaged
        {
            var axes = PairedAxes.Of(source.Layout.Shape, source.Layout.Strides, destination.Layout.Strides);
            new StridedCopy<TBits>(axes, Grain / sizeof(TBits), streams).Run((TBits*)source.Pointer, (TBits*)destination.Pointer);
        }
    }
}
