using System.Reflection;

namespace Tangent.Kernels;

/// <summary>One line of the table of <see cref="ScalarOperations"/>.</summary>
internal sealed unsafe class ScalarOperation
{
    /// <summary>From here on an operation is a mathematical function, which costs as much as some ten simple steps.</summary>
    private const double FunctionNanoseconds = 0.4;

    private readonly TypeSet takes;
    private readonly ResultRule gives;
    private readonly delegate*<DType, ElementLoop?> floating, integer;
    private readonly Logic boolean;
    private readonly ComplexFunction complex;

    /// <summary>What an operation is; absent is what it does not do.</summary>
    /// <param name="arity">The number of arguments of one type. The condition of a select, which is bool, is one more.</param>
    /// <param name="takes">The types of the arguments.</param>
    /// <param name="nanoseconds">What an element costs at 512 bits and float32.</param>
    /// <param name="gives">The type of the result.</param>
    /// <param name="number">Finds the loop on any number but complex ones.</param>
    /// <param name="floating">Finds the loop on float32 or float64.</param>
    /// <param name="integer">Finds the loop on an integer type.</param>
    /// <param name="boolean">The function of booleans.</param>
    /// <param name="complex">The function of complex numbers.</param>
    public ScalarOperation(
        int arity, TypeSet takes, double nanoseconds, ResultRule gives = ResultRule.Same,
        delegate*<DType, ElementLoop?> number = null, delegate*<DType, ElementLoop?> floating = null,
        delegate*<DType, ElementLoop?> integer = null, Logic boolean = Logic.None, ComplexFunction complex = default)
    {
        Arity = arity;
        Nanoseconds = nanoseconds;
        this.takes = takes;
        this.gives = gives;
        this.floating = floating == null ? number : floating;
        this.integer = integer == null ? number : integer;
        this.boolean = boolean;
        this.complex = complex;
    }

    /// <summary>The number of arguments.</summary>
    public int Arity { get; }

    /// <summary>What an element costs at 512 bits and float32.</summary>
    public double Nanoseconds { get; }

    /// <summary>True for mathematical functions.</summary>
    public bool IsFunction => Nanoseconds >= FunctionNanoseconds;

    /// <summary>Whether there is such an operation on arguments of a type.</summary>
    public bool Takes(DType dtype) => (takes & SetOf(dtype)) != 0;

    /// <summary>The type of the result of arguments of a type.</summary>
    public DType Result(DType dtype) => gives switch
    {
        ResultRule.Bool => DType.Bool,
        ResultRule.Part => dtype.IsComplex ? DType.Float32 : dtype,
        ResultRule.Complex => DType.Complex64,
        ResultRule.Same => dtype,
        _ => throw new InvalidOperationException($"Map: there is no rule {gives}."),
    };

    /// <summary>The loop on elements of a compute type; null if there is none.</summary>
    public ElementLoop? Loop(DType dtype) => SetOf(dtype) switch
    {
        TypeSet.Bool => Logical(1),
        TypeSet.Integer => integer == null ? null : integer(dtype),
        TypeSet.Complex => complex.Loop(),
        _ => floating == null ? null : floating(dtype),
    };

    /// <summary>The method on lanes of a compute type, which booleans share as masks of <paramref name="laneBytes"/>; null if there is none.</summary>
    public MethodInfo? Method(DType dtype, int laneBytes)
    {
        ElementLoop? loop = dtype == DType.Bool ? Logical(laneBytes) : Loop(dtype);
        return loop?.Method;
    }

    private ElementLoop? Logical(int laneBytes) => boolean == Logic.None ? null : LogicLoops.Find(boolean, laneBytes);

    private static TypeSet SetOf(DType dtype) => dtype switch
    {
        DType.Bool => TypeSet.Bool,
        DType.Float32 => TypeSet.Float32,
        DType.Float16 or DType.BFloat16 or DType.Float64 => TypeSet.OtherFloating,
        DType.Complex64 => TypeSet.Complex,
        _ => TypeSet.Integer,
    };
}
