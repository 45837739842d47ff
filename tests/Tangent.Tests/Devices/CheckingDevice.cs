using System.Runtime.CompilerServices;
using Tangent.Kernels;
using Buffer = Tangent.Kernels.Buffer;

namespace Tangent.Tests.Devices;

/// <summary>
/// A device that holds both sides of the seam to what they promise. Plans read only what was written and not released, and
/// release once; kernels get the shapes and types that they ask for, and fill their outputs whatever lay there before.
/// </summary>
/// <remarks>
/// Memory that it did not allocate, as literals and what the user gave, counts as written. All kernels but those of the host
/// run twice, into memory of different patterns: an element that is not written, or that depends on what it was, differs.
/// </remarks>
internal sealed unsafe class CheckingDevice(IDevice inner) : IDevice
{
    // Not a number, whatever the floating type.
    private const byte Fresh = 0xFF;
    private const byte Other = 0x5A;
    private const byte Released = 0xFE;

    private readonly ConditionalWeakTable<Buffer, Memory> known = [];
    private long runs;

    /// <summary>How many kernels it ran.</summary>
    public long Runs => Volatile.Read(ref runs);

    /// <inheritdoc/>
    public Buffer Allocate(long size)
    {
        Buffer buffer = inner.Allocate(size);
        Fill(buffer, Fresh);
        known.Add(buffer, new Memory());
        return buffer;
    }

    /// <inheritdoc/>
    public void Release(Buffer buffer)
    {
        if (!known.TryGetValue(buffer, out Memory? memory))
            throw new InvalidOperationException("Release: memory that this device did not allocate.");
        if (!memory.TryRelease())
            throw new InvalidOperationException("Release: memory that was released before.");
        Fill(buffer, Released);
        inner.Release(buffer);
    }

    /// <inheritdoc/>
    public void Run(Kernel kernel, BufferView[] inputs, BufferView[] outputs)
    {
        Interlocked.Increment(ref runs);
        KernelContract.Check(kernel, inputs, outputs);
        for (int i = 0; i < inputs.Length; i++)
            RequireReadable(kernel, i, inputs[i]);
        foreach (BufferView output in outputs)
            RequireWritable(kernel, output);
        RequireApart(kernel, inputs, outputs);
        if (kernel is HostKernel)
            inner.Run(kernel, inputs, outputs);
        else
            RunTwice(kernel, inputs, outputs);
        foreach (BufferView output in outputs)
            if (known.TryGetValue(output.Buffer, out Memory? memory))
                memory.Write(Extent.Of(output));
        GC.KeepAlive(inputs);
    }

    // The second time in place, if the kernel is to work so.
    private void RunTwice(Kernel kernel, BufferView[] inputs, BufferView[] outputs)
    {
        BufferView[] others = Array.ConvertAll(outputs, output => inner.Allocate(output.DType, Layout.RowMajor(output.Layout.Shape)));
        foreach (BufferView other in others)
            Fill(other.Buffer, Other);
        inner.Run(kernel, inputs, others);
        inner.Run(kernel, inputs, outputs);
        for (int i = 0; i < outputs.Length; i++)
        {
            if (!Bytes(others[i]).SequenceEqual(Bytes(outputs[i])))
                throw new InvalidOperationException($"{kernel}: output {i} depends on what lay in its memory.");
            inner.Release(others[i].Buffer);
        }
        GC.KeepAlive(outputs);
    }

    private void RequireReadable(Kernel kernel, int index, BufferView input)
    {
        if (known.TryGetValue(input.Buffer, out Memory? memory) && memory.Refusal(Extent.Of(input)) is { } refusal)
            throw new InvalidOperationException($"{kernel}: input {index} {refusal}.");
    }

    private void RequireWritable(Kernel kernel, BufferView output)
    {
        if (known.TryGetValue(output.Buffer, out Memory? memory) && memory.IsReleased)
            throw new InvalidOperationException($"{kernel}: an output was released before.");
        if (!output.Layout.IsRowMajor || Extent.Of(output).End > output.Buffer.Size)
            throw new InvalidOperationException($"{kernel}: an output is not dense and row-major in its memory.");
    }

    private static void RequireApart(Kernel kernel, BufferView[] inputs, BufferView[] outputs)
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            for (int j = 0; j < inputs.Length; j++)
                if (Meet(outputs[i], inputs[j]) && !(j == 0 && kernel is BufferKernel { WorksInPlace: true } && Extent.Of(inputs[0]) == Extent.Of(outputs[i])))
                    throw new InvalidOperationException($"{kernel}: output {i} overlaps input {j}.");
            for (int j = 0; j < i; j++)
                if (Meet(outputs[i], outputs[j]))
                    throw new InvalidOperationException($"{kernel}: output {i} overlaps output {j}.");
        }
    }

    private static bool Meet(BufferView x, BufferView y) => ReferenceEquals(x.Buffer, y.Buffer) && Extent.Of(x).Meets(Extent.Of(y));

    private static Span<byte> Bytes(BufferView view) => new(view.Pointer, checked((int)view.Size));

    private static void Fill(Buffer buffer, byte pattern)
    {
        Unsafe.InitBlockUnaligned(buffer.Pointer, pattern, checked((uint)buffer.Size));
        GC.KeepAlive(buffer);
    }

    /// <summary>The bytes from the first that a view shows to behind the last.</summary>
    private readonly record struct Extent(long Start, long End)
    {
        public static Extent Of(BufferView view)
        {
            long first = view.Layout.Offset, last = first;
            if (view.Layout.Count == 0)
                return new(0, 0);
            for (int axis = 0; axis < view.Layout.Shape.Length; axis++)
            {
                long span = (view.Layout.Shape[axis] - 1) * view.Layout.Strides[axis];
                (first, last) = (first + Math.Min(0, span), last + Math.Max(0, span));
            }
            return new(first * view.DType.Size, (last + 1) * view.DType.Size);
        }

        public bool Meets(Extent other) => Start < other.End && other.Start < End;
    }

    /// <summary>What is known of memory that was allocated here.</summary>
    private sealed class Memory
    {
        // Apart from each other.
        private readonly List<Extent> written = [];
        private bool isReleased;

        public bool IsReleased => Volatile.Read(ref isReleased);

        public bool TryRelease() => !Interlocked.Exchange(ref isReleased, true);

        public string? Refusal(Extent extent)
        {
            if (IsReleased)
                return "was released";
            lock (written)
                return extent.End == extent.Start || written.Exists(part => part.Start <= extent.Start && extent.End <= part.End) ? null : "was never written";
        }

        public void Write(Extent extent)
        {
            lock (written)
            {
                foreach (Extent part in written)
                    if (part.Start <= extent.End && extent.Start <= part.End)
                        extent = new(Math.Min(extent.Start, part.Start), Math.Max(extent.End, part.End));
                written.RemoveAll(part => extent.Start <= part.Start && part.End <= extent.End);
                written.Add(extent);
            }
        }
    }
}
