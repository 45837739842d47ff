namespace Tangent.Kernels;

/// <summary>The processor: each word of the vocabulary has its executor here.</summary>
internal sealed class CpuDevice : IDevice
{
    /// <inheritdoc/>
    public Buffer Allocate(long size) => Buffer.Allocate(size);

    /// <inheritdoc/>
    public void Release(Buffer buffer) => buffer.Release();

    /// <inheritdoc/>
    public void Run(Kernel kernel, BufferView[] inputs, BufferView[] outputs)
    {
        switch (kernel)
        {
            case MapKernel map:
                MapExecutor.Run(map.Body, inputs, outputs);
                break;
            case FoldKernel fold:
                FoldExecutor.Run(fold.Op, fold.Prologue ?? Program.Identity(inputs[0].DType), inputs, fold.Axes, outputs[0]);
                break;
            case RowWiseKernel rowWise:
                RowWiseExecutor.Run(rowWise, inputs, outputs);
                break;
            case MatMulKernel { Epilogue: var epilogue }:
                MatMulExecutor.Run(inputs[0], inputs[1], epilogue, inputs[2..], outputs[0]);
                break;
            case QuantizedMatMulKernel product:
                QuantizedMatMulExecutor.Run(product, inputs, outputs[0]);
                break;
            case ConvolutionKernel convolution:
                ConvolutionExecutor.Run(convolution, inputs[0], inputs[1], inputs[2..], outputs[0]);
                break;
            case PoolKernel pool:
                PoolExecutor.Run(pool, inputs, outputs[0]);
                break;
            case AttentionKernel attention:
                AttentionExecutor.Run(attention, inputs, outputs);
                break;
            case AttentionCotangentKernel attention:
                AttentionExecutor.Run(attention, inputs, outputs);
                break;
            case LinearAlgebraKernel algebra:
                LinearAlgebraExecutor.Run(algebra, inputs, outputs);
                break;
            case HostKernel host:
                HostExecutor.Run(host, inputs, outputs);
                break;
            default:
                RunStructured(kernel, inputs, outputs[0]);
                break;
        }
    }

    private static void RunStructured(Kernel kernel, BufferView[] x, BufferView y)
    {
        switch (kernel)
        {
            case GatherProductKernel:
                GatherProductExecutor.Run(x[0], x[1], x[2], x[3], y);
                break;
            case GroupedProductKernel:
                GroupedProductExecutor.Run(x, y);
                break;
            case SegmentedProductKernel:
                SegmentedProductExecutor.Run(x[0], x[1], x[2], y);
                break;
            case SegmentedCotangentKernel:
                SegmentedCotangentExecutor.Run(x[0], x[1], x[2], y);
                break;
            case BlockMaskedProductKernel masked:
                BlockMaskedProductExecutor.Run(masked, x, y);
                break;
            default:
                RunMovement(kernel, x, y);
                break;
        }
    }

    private static void RunMovement(Kernel kernel, BufferView[] x, BufferView y)
    {
        switch (kernel)
        {
            case RowMajorKernel:
                CopyExecutor.Run(x[0], y.With(Layout.RowMajor(x[0].Layout.Shape)));
                break;
            case ReinterpretKernel:
                CopyExecutor.Run(x[0], new BufferView(y.Buffer, x[0].DType, Layout.RowMajor(x[0].Layout.Shape)));
                break;
            case ConcatenateKernel { Axis: var axis }:
                ConcatenateExecutor.Run(x, axis, y);
                break;
            case IotaKernel { Start: var start, Step: var step }:
                IotaExecutor.Run(start, step, y);
                break;
            case UnpackCodesKernel { Bits: var bits }:
                CodesExecutor.Unpack(bits, x[0], y);
                break;
            case PackCodesKernel { Bits: var bits }:
                CodesExecutor.Pack(bits, x[0], y);
                break;
            case RandomBitsKernel { Width: var width }:
                RandomBitsExecutor.Run(x[0], width, y);
                break;
            default:
                RunIndexed(kernel, x, y);
                break;
        }
    }

    private static void RunIndexed(Kernel kernel, BufferView[] x, BufferView y)
    {
        switch (kernel)
        {
            case GatherKernel gather:
                GatherExecutor.Run(x[0], x[1..], gather.Axes, gather.SliceSizes, y, gather.Clamp);
                break;
            case ScatterKernel scatter:
                ScatterExecutor.Run(scatter.Mode, x[0], x[1..^1], x[^1], scatter.Axes, y, scatter.Clamp);
                break;
            case TakeAlongAxisKernel take:
                TakeAlongAxisExecutor.Run(x[0], x[1], take.Axis, y, take.Clamp);
                break;
            case PutAlongAxisKernel put:
                PutAlongAxisExecutor.Run(put.Mode, x[0], x[1], x[2], put.Axis, y, put.Clamp);
                break;
            case SliceStartsKernel starts:
                SliceStartsExecutor.Run(starts, x[0], y);
                break;
            case SliceUpdateKernel update:
                SliceUpdateExecutor.Run(update, x[0], x[1], y);
                break;
            default:
                RunAlongAxis(kernel, x, y);
                break;
        }
    }

    private static void RunAlongAxis(Kernel kernel, BufferView[] x, BufferView y)
    {
        switch (kernel)
        {
            case ArgExtremeKernel { Largest: var largest, Axis: var axis }:
                ArgFoldExecutor.Run(largest, x[0], axis, y);
                break;
            case ArgSortKernel { Axis: var axis }:
                ArgSortExecutor.Run(x[0], axis, y);
                break;
            case SortKernel { Axis: var axis }:
                SortExecutor.Run(x[0], axis, y);
                break;
            case ScanKernel scan:
                ScanExecutor.Run(scan.Op, x[0], scan.Axis, scan.Reverse, scan.Inclusive, y);
                break;
            case RecurrenceKernel { Axis: var axis, Reverse: var reverse }:
                RecurrenceExecutor.Run(x[0], x[1], axis, reverse, y);
                break;
            case FourierKernel fourier:
                FourierExecutor.Run(fourier, x[0], y);
                break;
            default:
                throw new ArgumentException($"CpuDevice: no executor for {kernel}.", nameof(kernel));
        }
    }
}
