using System.Buffers;
using Tangent.Kernels;

namespace Tangent;

/// <summary>What a structure of DLPack says, checked.</summary>
internal readonly unsafe struct DLPackReader
{
    private const string Function = "FromDLPack";
    private const int Processor = 1;

    private static readonly Dictionary<int, string> Devices = new()
    {
        [2] = "cuda",
        [3] = "cuda_host",
        [4] = "opencl",
        [7] = "vulkan",
        [8] = "metal",
        [9] = "vpi",
        [10] = "rocm",
        [11] = "rocm_host",
        [12] = "extension",
        [13] = "cuda_managed",
        [14] = "oneapi",
        [15] = "webgpu",
        [16] = "hexagon",
        [17] = "maia",
    };

    private readonly nint managed;
    private readonly bool isVersioned;
    private readonly DType dtype;
    private readonly Shape shape;
    private readonly long[] strides;
    private readonly byte* first;

    // The places of the elements, counted from the first of the indices; nothing where there are none.
    private readonly long lowest;
    private readonly long highest;

    /// <summary>Reads a structure, which stays its owner's if there is an error.</summary>
    public DLPackReader(nint managed, bool isVersioned)
    {
        if (managed == 0)
            throw new ArgumentNullException(nameof(managed), $"{Function}: the pointer is null.");
        this.managed = managed;
        this.isVersioned = isVersioned;
        DLTensor tensor = TensorOf(managed, isVersioned);
        RequireProcessor(tensor);
        dtype = tensor.ElementType.ToDType() ?? throw Error($"there is no element type {tensor.ElementType}");
        shape = ShapeOf(tensor);
        strides = StridesOf(tensor, shape);
        if (!shape.TryCountBytes(dtype, out _))
            throw Error($"an array {new ArraySpec(shape, dtype)} would have more bytes than 64 bits count");
        (lowest, highest) = shape.Size == 0 ? (0, -1) : Extent(shape, strides, dtype.Size);
        if (tensor.Data is null && shape.Size > 0)
            throw Error($"there is no data");
        first = tensor.Data + tensor.ByteOffset;
    }

    private long Elements => highest - lowest + 1;

    private nuint Alignment => (nuint)(dtype.IsComplex ? dtype.Size / 2 : dtype.Size);

    /// <summary>An array over the memory, which it keeps; or of a copy, of elements that lie at no multiple of their size.</summary>
    public NDArray Read()
    {
        byte* start = first + (lowest * dtype.Size);
        bool isCopied = shape.Size == 0 || (nuint)start % Alignment != 0;
        var loan = new DLPackLoan(managed, isVersioned, isCopied ? 0 : Elements * dtype.Size);
        if (!isCopied)
            return new(new Node(new BufferView(
                new PinnedBuffer(new MemoryHandle(start, pinnable: loan), Elements * dtype.Size), dtype, new Layout(shape.Lengths, strides, -lowest))));
        BufferView copy = Copy();
        loan.Unpin();
        return new(new Node(copy));
    }

    private BufferView Copy()
    {
        BufferView copy = BufferView.Allocate(dtype, shape.Lengths);
        int[] index = new int[shape.Rank];
        for (long i = 0; i < shape.Size; i++)
        {
            long place = 0;
            for (int axis = 0; axis < index.Length; axis++)
                place += index[axis] * strides[axis];
            System.Buffer.MemoryCopy(first + (place * dtype.Size), copy.Pointer + (i * dtype.Size), dtype.Size, dtype.Size);
            for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
                index[axis] = 0;
        }
        return copy;
    }

    private static DLTensor TensorOf(nint managed, bool isVersioned)
    {
        if (!isVersioned)
            return ((DLManagedTensor*)managed)->Tensor;
        var versioned = (DLManagedTensorVersioned*)managed;
        return versioned->Major == DLManagedTensorVersioned.ReadableMajor
            ? versioned->Tensor
            : throw Error($"the structure is of version {versioned->Major}.{versioned->Minor}, not {DLManagedTensorVersioned.ReadableMajor}");
    }

    private static void RequireProcessor(DLTensor tensor)
    {
        if (tensor.DeviceType != Processor)
            throw Error($"the tensor lies on {Devices.GetValueOrDefault(tensor.DeviceType, $"device type {tensor.DeviceType}")} {tensor.DeviceIndex}; copy it to the processor before");
    }

    private static Shape ShapeOf(DLTensor tensor)
    {
        if (tensor.Rank < 0)
            throw Error($"the tensor has {tensor.Rank} axes");
        if (tensor.Rank > 0 && tensor.Lengths is null)
            throw Error($"the tensor has {tensor.Rank} axes and no lengths");
        int[] lengths = new int[tensor.Rank];
        for (int axis = 0; axis < lengths.Length; axis++)
            lengths[axis] = tensor.Lengths[axis] is >= 0 and <= int.MaxValue and long length
                ? (int)length
                : throw Error($"axis {axis} has length {tensor.Lengths[axis]}, which an array's axis cannot have");
        return new Shape(lengths);
    }

    private static long[] StridesOf(DLTensor tensor, Shape shape) =>
        tensor.Strides is null ? Layout.RowMajorStrides(shape.Lengths) : new ReadOnlySpan<long>(tensor.Strides, shape.Rank).ToArray();

    private static (long Lowest, long Highest) Extent(Shape shape, long[] strides, int size)
    {
        Int128 lowest = 0, highest = 0;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            Int128 reach = (Int128)strides[axis] * (shape[axis] - 1);
            lowest += Int128.Min(reach, 0);
            highest += Int128.Max(reach, 0);
        }
        if ((highest - lowest + 1) * size > long.MaxValue)
            throw Error($"strides [{string.Join(", ", strides)}] of shape {shape} reach further than memory");
        return ((long)lowest, (long)highest);
    }

    private static ArgumentException Error(FormattableString what) => new($"{Function}: {FormattableString.Invariant(what)}.", nameof(managed));
}
