using System.Reflection;

namespace Tangent.Tests.Laws;

/// <summary>Public names that the laws do not speak of, with the reason. Everything else needs a sample.</summary>
internal static class Exempt
{
    private const string Alias = "a method or operator that is the function of Mx";
    private const string Itself = "tells what an array is, or gives its elements";
    private const string Fact = "tells or sets something that is no array";
    private const string Constant = "a constant";
    private const string Entry = "an entry of an index: the laws hold for reading and assigning by it";
    private const string Creates = "makes an array from no array";
    private const string Fills = "makes an array of the shape of another, whose numbers it does not read";
    private const string Trains = "of modules or optimisers, which have laws of their own (ModuleLawTests)";
    private const string Writes = "writes arrays and returns none";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["Mx.E"] = Constant,
        ["Mx.Pi"] = Constant,
        ["Mx.Inf"] = Constant,
        ["Mx.NaN"] = Constant,
        ["Mx.EulerGamma"] = Constant,
        ["Mx.NewAxis"] = Entry,
        ["Mx.Ellipsis"] = Entry,
        ["Mx.Every"] = Entry,
        ["Mx.CheckGrads"] = Fact,
        ["Mx.JacobianPattern"] = Fact,
        ["Mx.Random.Scope"] = Fact,
        ["Mx.FromMemory"] = Creates,
        ["Mx.FromTensor"] = Creates,
        ["Mx.FromDLPack"] = Creates,
        ["Mx.LoadAsync"] = Creates,
        ["Mx.LoadArraysAsync"] = Creates,
        ["Mx.Save"] = Writes,
        ["Mx.SaveAsync"] = Writes,
        ["Mx.SaveZAsync"] = Writes,
        ["Mx.SaveZCompressedAsync"] = Writes,
        ["Mx.SaveSafetensorsAsync"] = Writes,
        ["Mx.SaveGgufAsync"] = Writes,
        ["Mx.SaveZ"] = Writes,
        ["Mx.SaveZCompressed"] = Writes,
        ["Mx.SaveSafetensors"] = Writes,
        ["Mx.SaveGguf"] = Writes,
        ["Mx.ExportFunction"] = Writes,
        ["Mx.Exporter"] = Writes,
        ["Mx.ExportToDot"] = Writes,
        ["Mx.Print"] = Writes,
        ["Mx.WithNaNChecks"] = Fact,
        ["Mx.LogTraces"] = Fact,
        ["Mx.EnableCompile"] = Fact,
        ["Mx.IsSubDType"] = Fact,
        ["Mx.WithPrintOptions"] = Fact,
        ["Mx.Random.Seed"] = Fact,
        ["Mx.Random.Key"] = Creates,
        ["Mx.Fourier.FftFreq"] = Creates,
        ["Mx.Fourier.RfftFreq"] = Creates,
        ["Mx.DisableCompile"] = Fact,
        ["Mx.CanCast"] = Fact,
        ["Mx.EinsumPath"] = Fact,
        ["Mx.ResultType"] = Fact,
        ["Mx.IsDType"] = Fact,
        ["Mx.SetPrintOptions"] = Fact,
        ["Mx.GetPrintOptions"] = Fact,
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
        ["Mx.Cpu"] = Constant,
        ["Mx.Gpu"] = Constant,
        ["Mx.DefaultDevice"] = Fact,
        ["Mx.SetDefaultDevice"] = Fact,
        ["Mx.DeviceCount"] = Fact,
        ["Mx.DeviceInfo"] = Fact,
        ["Mx.IsAvailable"] = Fact,
        ["Mx.Metal.IsAvailable"] = Fact,
        ["Mx.Cuda.IsAvailable"] = Fact,
        ["Mx.DefaultStream"] = Fact,
        ["Mx.SetDefaultStream"] = Fact,
        ["Mx.NewStream"] = Fact,
        ["Mx.Stream"] = Fact,
        ["Mx.Synchronize"] = Fact,
        ["Mx.BroadcastShapes"] = Fact,
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
        ["Nn.ValueAndGrad"] = Trains,
        ["Nn.TrainStep"] = Trains,
        ["Nn.Checkpoint"] = Trains,
        ["Nn.Quantize"] = Trains,
    };

    /// <summary>The names that are exempt by themselves, not by what they are members of.</summary>
    public static IReadOnlyCollection<string> Names => Reasons.Keys;

    /// <summary>The reason, or null if the laws must hold.</summary>
    public static string? Reason(string name)
    {
        if (name.StartsWith("Nn.Init.", StringComparison.Ordinal))
            return Fills;
        if (name.StartsWith("Layers.", StringComparison.Ordinal) || name.StartsWith("Optimizers.", StringComparison.Ordinal))
            return Trains;
        if (name.StartsWith("Mx.", StringComparison.Ordinal) || name.StartsWith("Nn.", StringComparison.Ordinal))
            return Reasons.GetValueOrDefault(name);
        return !name.StartsWith("NDArray", StringComparison.Ordinal) ? Fact : IsFunction(name[(name.IndexOf('.') + 1)..]) ? Alias : Itself;
    }

    private static bool IsFunction(string member) => member is "T" or "Conj"
        || (member.StartsWith("op_", StringComparison.Ordinal) && member != "op_Explicit")
        || typeof(Mx).GetMember(member, BindingFlags.Public | BindingFlags.Static).Length > 0;
}
