using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>What elementwise operations ask of the types of their operands.</summary>
internal static class Operands
{
    /// <summary>An operand in a floating type; integers and bool become float32, complex numbers are refused.</summary>
    public static NDArray ToFloating(string function, NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequireReal(function, x, nameof(x));
        return Elementwise.ToInexact(x);
    }

    /// <summary>Refuses complex numbers in either operand.</summary>
    public static void RequireReal(string function, NDArray x, NDArray y)
    {
        RequireReal(function, x, nameof(x));
        RequireReal(function, y, nameof(y));
    }

    /// <summary>Refuses operands that do not meet in an integer type or bool.</summary>
    public static void RequireBits(string function, NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (Elementwise.CommonType(x, y).IsInexact)
            throw new ArgumentException($"{function}: x is {x.DType.Name()} and y is {y.DType.Name()}; both must be integers or bool.");
    }

    /// <summary>Refuses an operand that is neither of an integer type nor bool.</summary>
    public static void RequireBits(string function, NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.DType.IsInexact)
            throw new ArgumentException($"{function}: x is {x.DType.Name()}; it must be of integers or bool.", nameof(x));
    }

    /// <inheritdoc cref="Require(IReadOnlyList{NDArray}, string)"/>
    public static void Require(NDArray[] arrays, [CallerArgumentExpression(nameof(arrays))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(arrays, name);
        foreach (NDArray array in arrays)
            if (array is null)
                Require((IReadOnlyList<NDArray>)arrays, name);
    }

    /// <summary>Refuses a missing list and missing arrays in it.</summary>
    public static void Require(IReadOnlyList<NDArray> arrays, [CallerArgumentExpression(nameof(arrays))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(arrays, name);
        for (int i = 0; i < arrays.Count; i++)
            if (arrays[i] is null)
                throw new ArgumentNullException(name, $"Array {i} of the {arrays.Count} is null.");
    }

    /// <summary>The same truth for every element of an operand.</summary>
    public static NDArray Everywhere(bool value, NDArray x) => Mx.BroadcastTo(Mx.AsType(value, DType.Bool), x.Shape);

    private static void RequireReal(string function, NDArray x, string name)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.DType.IsComplex)
            throw new ArgumentException($"{function}: {name} is complex64, for which there is no such function.", name);
    }
}
