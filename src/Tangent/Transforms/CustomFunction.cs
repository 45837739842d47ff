using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The same function with rules of the user's own, each optional; without one the function's operations give it.</summary>
    /// <param name="function">A function of arrays that returns a list of arrays.</param>
    /// <param name="jvp">From primals and tangents (zeros for none) the tangents of the outputs.</param>
    /// <param name="vjp">From primals, cotangents (zeros for none) and outputs the cotangents of the primals.</param>
    /// <param name="vmap">From inputs and the axes of their examples (null for none) the outputs and the axes of theirs.</param>
    /// <remarks>
    /// Where only <paramref name="jvp"/> is given, reverse mode transposes it. Where only <paramref name="vjp"/> is given,
    /// forward mode transposes it if it is linear in the cotangents, and else differentiates the function. The rules speak for the
    /// arguments; arrays that the function captures are differentiated through its operations.
    /// </remarks>
    [Mlx("core.custom_function")]
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[]> CustomFunction(
        Func<NDArray[], NDArray[]> function,
        Func<NDArray[], NDArray[], NDArray[]>? jvp = null,
        Func<NDArray[], NDArray[], NDArray[], NDArray[]>? vjp = null,
        Func<NDArray[], int?[], (NDArray[] Outputs, int?[] Axes)>? vmap = null)
    {
        var rules = new CustomRules(jvp, vjp, vmap);
        return x => CustomCall.Call(function, rules, x);
    }
}
