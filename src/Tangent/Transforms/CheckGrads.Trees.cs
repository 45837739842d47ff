using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Checks the derivatives of a function of one array.</summary>
    /// <param name="function">A function of a floating array; float64 gives a sharp check.</param>
    /// <param name="argument">The point: not at a kink.</param>
    /// <param name="order">How many times to differentiate.</param>
    /// <param name="modes">The modes to cover.</param>
    /// <param name="tolerance">Largest allowed relative error; by default 1e-6 for float64, 2e-2 for float32.</param>
    /// <exception cref="GradientMismatchException">A derivative is wrong.</exception>
    [OverloadResolutionPriority(2)]
    public static void CheckGrads(Func<NDArray, NDArray> function, NDArray argument, int order = 1, GradModes modes = GradModes.Both, double? tolerance = null) =>
        CheckGrads<NDArray, NDArray>(function, argument, order, modes, tolerance);

    /// <summary>Checks the derivatives of a function of a tree in all its floating arrays; the others stay as they are.</summary>
    /// <param name="function">A function of a tree that returns another.</param>
    /// <param name="argument">The point: not at a kink.</param>
    /// <param name="order">How many times to differentiate.</param>
    /// <param name="modes">The modes to cover.</param>
    /// <param name="tolerance">Largest allowed relative error; by default 1e-6 for float64, 2e-2 for float32.</param>
    /// <exception cref="GradientMismatchException">A derivative is wrong.</exception>
    public static void CheckGrads<TIn, TOut>(Func<TIn, TOut> function, TIn argument, int order = 1, GradModes modes = GradModes.Both, double? tolerance = null)
    {
        var leaves = new TreeFunction<TIn, TOut>("CheckGrads", function, argument);
        var point = new TreePoint<TIn>("CheckGrads", argument);
        CheckGrads(v => leaves.Call(point.With(v)), System.Array.ConvertAll(point.Trained, i => point.Arrays[i]), order, modes, tolerance);
    }

    /// <summary>Checks the derivatives of a function of two trees in all their floating arrays.</summary>
    public static void CheckGrads<T1, T2, TOut>(Func<T1, T2, TOut> function, (T1, T2) arguments, int order = 1, GradModes modes = GradModes.Both, double? tolerance = null)
    {
        TreeTypes.Tuple<T1, T2>();
        CheckGrads<(T1, T2), TOut>(x => function(x.Item1, x.Item2), arguments, order, modes, tolerance);
    }
}
