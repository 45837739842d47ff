using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Checks the derivatives of a function against central differences along random directions, and reverse mode
    /// against forward mode, up to an order in which the modes alternate in every way.
    /// </summary>
    /// <param name="function">A function of floating arrays; float64 gives a sharp check.</param>
    /// <param name="arguments">The point: not at a kink.</param>
    /// <param name="order">How many times to differentiate.</param>
    /// <param name="modes">The modes to cover.</param>
    /// <param name="tolerance">Largest allowed relative error; by default 1e-6 for float64, 2e-2 for float32.</param>
    /// <exception cref="GradientMismatchException">A derivative is wrong.</exception>
    [OverloadResolutionPriority(1)]
    public static void CheckGrads(
        Func<NDArray[], NDArray[]> function, NDArray[] arguments, int order = 1, GradModes modes = GradModes.Both, double? tolerance = null)
    {
        foreach (NDArray argument in arguments)
            if (!argument.DType.IsFloating)
                throw new ArgumentException($"CheckGrads: an argument is {argument.DType.Name()}; only floating arrays can be varied.", nameof(arguments));
        var check = new GradientCheck(modes, tolerance, new System.Random(1));
        check.Run(function, TangentCheck.Strong(arguments), order, "f");
    }
}
