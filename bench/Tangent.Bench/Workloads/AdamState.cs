namespace Tangent.Bench;

/// <summary>Parameters with Adam's averages of their gradients and of the squares.</summary>
internal sealed record AdamState(NDArray[] Parameters, NDArray[] First, NDArray[] Second, int Steps)
{
    /// <summary>The state before the first step.</summary>
    public static AdamState Start(NDArray[] parameters) =>
        new(parameters, [.. parameters.Select(parameter => Mx.ZerosLike(parameter))], [.. parameters.Select(parameter => Mx.ZerosLike(parameter))], 0);
}
