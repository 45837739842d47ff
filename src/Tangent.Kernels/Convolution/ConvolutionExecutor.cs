namespace Tangent.Kernels;

/// <summary>Convolutions.</summary>
internal static unsafe class ConvolutionExecutor
{
    /// <summary>
    /// The convolution of x with filters, both with any strides, into a dense row-major output that shares no memory with them. Floating
    /// types; the 16-bit ones sum in float32. Each sum goes from the first tap to the last and in it from the first channel to the last,
    /// in runs whose length depends on the shapes alone.
    /// </summary>
    public static void Run(ConvolutionKernel kernel, BufferView x, BufferView filters, BufferView[] operands, BufferView output) =>
        Run(kernel, x, filters, operands, output, VectorWidths.Widest);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(ConvolutionKernel kernel, BufferView x, BufferView filters, BufferView[] operands, BufferView output, int vectorBits)
    {
        Program? epilogue = kernel.Epilogue;
        if (x.DType != filters.DType || !x.DType.IsFloating || (epilogue is null && x.DType != output.DType))
            throw new ArgumentException($"Convolution: no convolution of {x.DType.Name()} with {filters.DType.Name()} in {output.DType.Name()}.");
        if (epilogue is not null)
            Epilogue.Check(epilogue, x.DType, operands, output);
        ConvolutionShape shape = ConvolutionShape.Of(kernel, x, filters, output);
        if (output.Layout.Count == 0)
            return;
        var target = new ProductTarget(output, epilogue is null ? null : new Epilogue(epilogue, operands, output));
        ConvolutionTable.Run(shape, x, filters, target, vectorBits);
        GC.KeepAlive(operands);
        GC.KeepAlive(output);
    }
}
