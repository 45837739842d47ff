using System.Reflection;

namespace Tangent.Kernels;

/// <summary>One line of the table of <see cref="ScalarOperations"/>.</summary>
/// <param name="arity">The number of arguments, which are of one type; a select's condition is bool besides.</param>
/// <param name="takes">The types of the arguments.</param>
/// <param name="nanoseconds">What an element costs at 512 bits and float32.</param>
internal sealed unsafe class ScalarOperation(int arity, TypeSet takes, double nanoseconds)
{
    /// <summary>From here on an operation is a mathematical function, which costs as much as some ten simple steps.</summary>
    private const double FunctionNanoseconds = 0.4;

    /// <summary>The number of arguments.</summary>
    public int Arity => arity;

    /// <summary>What an element costs at 512 bits and float32.</summary>
    public double Nanoseconds => nanoseconds;

    /// <summary>True for mathematical functions.</summary>
    public bool IsFunction => nanoseconds >= FunctionNanoseconds;

    /// <summary>The type of the result where it is not the arguments'.</summary>
    public DType? Gives { get; init; }

    /// <summary>The type of the result of complex arguments where it is not theirs.</summary>
    public DType? GivesOfComplex { get; init; }

    /// <summary>Finds the loop on float32 or float64.</summary>
    public delegate*<DType, ElementLoop?> Floating { get; init; }

    /// <summary>Finds the loop on an integer type.</summary>
    public delegate*<DType, ElementLoop?> Integer { get; init; }

    /// <summary>Finds the loop on any number but complex ones.</summary>
    public delegate*<DType, ElementLoop?> Number { init => Floating = Integer = value; }

    /// <summary>The function of booleans.</summary>
    public Logic? Boolean { get; init; }

    /// <summary>The function of complex numbers.</summary>
    public ComplexFunction Complex { get; init; }

    /// <summary>Whether there is such an operation on arguments of a type.</summary>
    public bool Takes(DType dtype) => (takes & SetOf(dtype)) != 0;

    /// <summary>The type of the result of arguments of a type.</summary>
    public DType Result(DType dtype) => (dtype.IsComplex ? GivesOfComplex : null) ?? Gives ?? dtype;

    /// <summary>The loop on elements of a compute type; null if there is none.</summary>
    public ElementLoop? Loop(DType dtype) => SetOf(dtype) switch
    {
        TypeSet.Bool => Boolean is { } logic ? LogicLoops.Find(logic, 1) : null,
        TypeSet.Integer => Integer == null ? null : Integer(dtype),
        TypeSet.Complex => Complex.Loop(),
        _ => Floating == null ? null : Floating(dtype),
    };

    /// <summary>The method on lanes of a compute type, which booleans share as masks of <paramref name="laneBytes"/>; null if there is none.</summary>
    public MethodInfo? Method(DType dtype, int laneBytes)
    {
        ElementLoop? loop = dtype == DType.Bool ? Boolean is { } logic ? LogicLoops.Find(logic, laneBytes) : null : Loop(dtype);
        return loop?.Method;
    }

    private static TypeSet SetOf(DType dtype) => dtype switch
    {
        DType.Bool => TypeSet.Bool,
        DType.Float32 => TypeSet.Float32,
        DType.Float16 or DType.BFloat16 or DType.Float64 => TypeSet.OtherFloating,
        DType.Complex64 => TypeSet.Complex,
        _ => TypeSet.Integer,
    };
}
