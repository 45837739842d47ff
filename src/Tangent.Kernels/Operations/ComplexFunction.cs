namespace Tangent.Kernels;

/// <summary>A function of complex numbers, or none.</summary>
internal readonly unsafe struct ComplexFunction
{
    // Two words, which a call passes in registers: the table's lines are compiled in every process.
    private readonly void* function;
    private readonly Form form;

    public ComplexFunction(delegate*<Complex64, Complex64> function)
    {
        this.function = function;
        form = Form.Unary;
    }

    public ComplexFunction(delegate*<Complex64, float> function)
    {
        this.function = function;
        form = Form.Part;
    }

    public ComplexFunction(delegate*<Complex64, Complex64, Complex64> function)
    {
        this.function = function;
        form = Form.Binary;
    }

    public ComplexFunction(delegate*<Complex64, Complex64, byte> function)
    {
        this.function = function;
        form = Form.Comparison;
    }

    private enum Form
    {
        None,
        Unary,
        Part,
        Binary,
        Comparison,
    }

    /// <summary>The loop of the function; null if there is none.</summary>
    public ElementLoop? Loop() => form switch
    {
        Form.Unary => new PointwiseLoops.Unary<Complex64, Complex64>((delegate*<Complex64, Complex64>)function),
        Form.Part => new PointwiseLoops.Unary<Complex64, float>((delegate*<Complex64, float>)function),
        Form.Binary => new PointwiseLoops.Binary<Complex64, Complex64>((delegate*<Complex64, Complex64, Complex64>)function),
        Form.Comparison => new PointwiseLoops.Binary<Complex64, byte>((delegate*<Complex64, Complex64, byte>)function),
        _ => null,
    };
}
