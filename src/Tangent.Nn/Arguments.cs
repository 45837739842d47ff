using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>What the functions of this package ask of their arguments.</summary>
internal static class Arguments
{
    /// <summary>An array in a real floating type; integers and bool become float32, complex numbers are refused.</summary>
    public static NDArray Floating(string function, NDArray x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        RequireReal(function, x, name);
        return x.DType.IsFloating ? x : Mx.AsType(x, DType.Float32);
    }

    /// <summary>Refuses a missing array and complex numbers.</summary>
    public static void RequireReal(string function, NDArray x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.DType.IsComplex)
            throw new ArgumentException($"{function}: {name} is {x.DType.Name()}; it must be real.", name);
    }

    /// <summary>A number that is at least 0.</summary>
    public static double NotNegative(string function, double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} is {value}; it must not be negative.");

    /// <summary>An axis counted from the front.</summary>
    public static int Axis(string function, NDArray x, int axis, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        if (axis < -x.NDim || axis >= x.NDim)
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"{function}: {name} of shape {x.Shape} has no axis {axis}.");
        return axis < 0 ? axis + x.NDim : axis;
    }
}
