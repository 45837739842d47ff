namespace Tangent.Tests.Laws;

/// <summary>An operation at a generic point: the laws hold for it as a function of its floating arguments.</summary>
/// <param name="Op">The public function, such as <c>Mx.Exp</c>.</param>
/// <param name="Variant">What this sample shows of it.</param>
/// <param name="Function">The operation; other arguments are fixed.</param>
/// <param name="Arguments">The point: float64 or complex64 where derivatives are meant, integers where indices are.</param>
public sealed record Sample(string Op, string Variant, Func<NDArray[], NDArray[]> Function, params NDArray[] Arguments)
{
    /// <summary>Why there is no derivative; null where there is one.</summary>
    public string? Constant { get; init; }

    /// <summary>Why the operation cannot be mapped over examples; null where it can.</summary>
    public string? NoVmap { get; init; }

    /// <summary>Why it cannot be compiled (it reads values); null where it can.</summary>
    public string? NoCompile { get; init; }

    /// <summary>Why the same does not hold in narrower types; null where it does.</summary>
    public string? NoNarrow { get; init; }

    /// <summary>The function whose slope the derivative is at this point, where it is not the operation's own: one that goes straight through a rounding.</summary>
    public Func<NDArray[], NDArray[]>? SlopeOf { get; init; }

    /// <summary>How many times it is differentiated.</summary>
    public int Order { get; init; } = 2;

    /// <summary>Largest relative error of a derivative against central differences.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>The name of a test case.</summary>
    public string Id => $"{Op}/{Variant}";

    public override string ToString() => Id;
}
