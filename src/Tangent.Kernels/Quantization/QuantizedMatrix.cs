namespace Tangent.Kernels;

/// <summary>One quantised matrix in memory: rows of codes without gaps, and scales and biases for each group of a row.</summary>
internal readonly unsafe struct QuantizedMatrix
{
    private readonly byte* codes;
    private readonly byte* scales;
    private readonly byte* biases;
    private readonly long codeStride;
    private readonly long scaleStride;
    private readonly long biasStride;

    /// <summary>A matrix at a place in stacks of words, scales and biases, the last null where there are none.</summary>
    public QuantizedMatrix(QuantizationFormat format, BufferView words, long word, BufferView scales, long scale, BufferView? biases, long bias)
    {
        Format = format;
        ScaleType = scales.DType;
        Rows = words.Layout.Shape[^2];
        Columns = scales.Layout.Shape[^1] * format.GroupSize;
        codes = words.Pointer + word * sizeof(uint);
        codeStride = words.Layout.Strides[^2] * sizeof(uint);
        this.scales = scales.Pointer + scale * ScaleType.Size;
        scaleStride = scales.Layout.Strides[^2] * ScaleType.Size;
        this.biases = biases is null ? null : biases.Pointer + bias * ScaleType.Size;
        biasStride = biases is null ? 0 : biases.Layout.Strides[^2] * ScaleType.Size;
    }

    public QuantizationFormat Format { get; }

    /// <summary>The type of scales and biases: uint8 where scales are no floats of the matrix's own kind.</summary>
    public DType ScaleType { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Words from one row to the next.</summary>
    public long WordStride => codeStride / sizeof(uint);

    /// <summary>The bytes from the first code of the first row to the last of the last.</summary>
    public double Bytes => (double)Rows * Columns * Format.Bits / 8;

    /// <summary>The codes from a column on, of which the number is a multiple of 8.</summary>
    public byte* Codes(long row, long column) => codes + row * codeStride + column / 8 * Format.Bits;

    /// <summary>The scales from a group on.</summary>
    public byte* Scales(long row, long group) => scales + row * scaleStride + group * ScaleType.Size;

    /// <summary>The biases from a group on; null where there are none.</summary>
    public byte* Biases(long row, long group) => biases == null ? null : biases + row * biasStride + group * ScaleType.Size;
}
