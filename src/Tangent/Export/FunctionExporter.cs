namespace Tangent;

/// <summary>
/// Exports a function for several combinations of shapes and types, which share their constants. The file is written when this is disposed,
/// whole; and not at all if a function could not be exported, or none was.
/// </summary>
[Mlx("core.FunctionExporter")]
public sealed class FunctionExporter : IDisposable
{
    private const string Caller = "ExportFunction";

    private static readonly Dictionary<string, NDArray> NoNames = [];

    private readonly Func<NDArray[], IReadOnlyDictionary<string, NDArray>, NDArray[]> function;
    private readonly ConstantTable constants = new();
    private readonly List<ExportedSignature> signatures = [];
    private readonly Action<FileContent> write;
    private bool isDone;

    internal FunctionExporter(Func<NDArray[], IReadOnlyDictionary<string, NDArray>, NDArray[]> function, Action<FileContent> write) =>
        (this.function, this.write) = (function, write);

    /// <summary>Adds the function as it is for arguments of the shapes and types of these.</summary>
    /// <exception cref="NotSupportedException">The function uses what no file can hold.</exception>
    /// <exception cref="InvalidOperationException">It reads values, draws random numbers without a key, or captures an array that depends on a transform in progress.</exception>
    public void Add(params NDArray[] examples) => Add(examples, NoNames);

    /// <summary>Adds the function as it is for arguments of the shapes and types of these, the last of which are given by name.</summary>
    public void Add(NDArray[] examples, IReadOnlyDictionary<string, NDArray> named)
    {
        Operands.Require(examples);
        ArgumentNullException.ThrowIfNull(named);
        ObjectDisposedException.ThrowIf(isDone, this);
        (string Name, NDArray Array)[] last = [.. NamedArrays.Of(Caller, named).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        string[] names = [.. last.Select(entry => entry.Name)];
        ArraySpec[] specs = [.. examples.Concat(last.Select(entry => entry.Array)).Select(array => array.Spec)];
        if (signatures.Exists(signature => signature.Names.SequenceEqual(names) && signature.Graph.Inputs.SequenceEqual(specs)))
            throw new ArgumentException($"{Caller}: there is a signature ({string.Join(", ", specs)}) already.", nameof(examples));
        int known = constants.Arrays.Count;
        try
        {
            signatures.Add(Signature(names, specs));
        }
        catch
        {
            constants.Shorten(known);
            isDone = true;
            throw;
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Dispose()
    {
        if (isDone)
            return;
        isDone = true;
        if (signatures.Count > 0)
            write(FunctionFile.Prepare(Caller, signatures, constants.Arrays));
    }

    private ExportedSignature Signature(string[] names, ArraySpec[] specs)
    {
        using Trace trace = Trace.Open(Caller, isRecording: true);
        trace.MakeKey = _ => throw new InvalidOperationException(
            $"{Caller}: the function draws random numbers without a key; pass a key as an argument, or open a scope by Mx.Random.Scope(key) in the function.");
        NDArray[] inputs = Array.ConvertAll(specs, spec => Placeholder.Of(spec, Caller, trace));
        NDArray[] given = NDArray.Share(inputs);
        int positional = given.Length - names.Length;
        var named = new Dictionary<string, NDArray>(names.Select((name, i) => KeyValuePair.Create(name, given[positional + i])));
        NDArray[] outputs = FunctionResults.Of(Caller, function(given[..positional], named));
        if (trace.HasEffects)
            throw new NotSupportedException($"{Caller}: the function has an effect, which no file can hold.");
        ExportedGraph graph = new GraphRecorder(Caller, trace, constants).Record(inputs, outputs);
        Evaluator.Evaluate(Caller, [.. constants.Arrays.Select(array => array.Node)]);
        return new(names, graph, [.. outputs.Select(array => array.Spec)]);
    }
}
