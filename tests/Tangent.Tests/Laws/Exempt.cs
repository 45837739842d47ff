namespace Tangent.Tests.Laws;

/// <summary>Public names that the laws do not speak of, with the reason. Everything else needs a sample.</summary>
internal static class Exempt
{
    private const string Alias = "a method or operator that calls the function of Mx";
    private const string Fact = "tells a fact about types, shapes or settings";
    private const string Transform = "a transform: its own tests and every law run through it";
    private const string Constant = "a constant";
    private const string Creates = "makes an array from no array";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["Mx.E"] = Constant,
        ["Mx.Pi"] = Constant,
        ["Mx.Inf"] = Constant,
        ["Mx.NaN"] = Constant,
        ["Mx.EulerGamma"] = Constant,
        ["Mx.NewAxis"] = Constant,
        ["Mx.Jvp"] = Transform,
        ["Mx.Vjp"] = Transform,
        ["Mx.Grad"] = Transform,
        ["Mx.ValueAndGrad"] = Transform,
        ["Mx.Vmap"] = Transform,
        ["Mx.Compile"] = Transform,
        ["Mx.Checkpoint"] = Transform,
        ["Mx.CustomFunction"] = Transform,
        ["Mx.EnableCompile"] = Fact,
        ["Mx.IsSubDType"] = Fact,
        ["Mx.WithPrintOptions"] = Fact,
        ["Mx.Random.Seed"] = Fact,
        ["Mx.Random.Key"] = Creates,
        ["Mx.Fourier.FftFreq"] = Creates,
        ["Mx.Fourier.RfftFreq"] = Creates,
        ["Mx.DisableCompile"] = Fact,
        ["Mx.CanCast"] = Fact,
        ["Mx.ResultType"] = Fact,
        ["Mx.IsSubDtype"] = Fact,
        ["Mx.IsDType"] = Fact,
        ["Mx.FInfo"] = Fact,
        ["Mx.IInfo"] = Fact,
        ["Mx.SetPrintOptions"] = Fact,
        ["Mx.GetPrintOptions"] = Fact,
        ["Mx.PrintOptions"] = Fact,
        ["Mx.PrintScope"] = Fact,
        ["Mx.GetActiveMemory"] = Fact,
        ["Mx.GetPeakMemory"] = Fact,
        ["Mx.ResetPeakMemory"] = Fact,
        ["Mx.GetCacheMemory"] = Fact,
        ["Mx.SetMemoryLimit"] = Fact,
        ["Mx.SetCacheLimit"] = Fact,
        ["Mx.ClearCache"] = Fact,
        ["Mx.SetForcedCollections"] = Fact,
        ["Mx.GetThreads"] = Fact,
        ["Mx.SetThreads"] = Fact,
        ["Mx.BroadcastShapes"] = Fact,
        ["Mx.Eval"] = Transform,
        ["Mx.EvalAsync"] = Transform,
        ["Mx.Arange"] = Creates,
        ["Mx.Linspace"] = Creates,
        ["Mx.Eye"] = Creates,
        ["Mx.Identity"] = Creates,
        ["Mx.Zeros"] = Creates,
        ["Mx.Ones"] = Creates,
        ["Mx.Empty"] = Creates,
        ["Mx.Tri"] = Creates,
        ["Mx.Array"] = Creates,
        ["Mx.Hanning"] = Creates,
        ["Mx.Hamming"] = Creates,
        ["Mx.Blackman"] = Creates,
        ["Mx.Bartlett"] = Creates,
    };

    /// <summary>The reason, or null if the laws must hold.</summary>
    public static string? Reason(string name)
    {
        if (!name.StartsWith("Mx.", StringComparison.Ordinal))
            return name.StartsWith("NDArray", StringComparison.Ordinal) ? Alias : Fact;
        return Reasons.GetValueOrDefault(name);
    }
}
