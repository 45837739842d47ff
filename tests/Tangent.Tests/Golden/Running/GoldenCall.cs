namespace Tangent.Tests.Golden.Running;

/// <summary>A recorded call as a function of the arrays in its arguments.</summary>
public sealed class GoldenCall
{
    private readonly IReadOnlyList<Callable> overloads;
    private readonly string op;
    private readonly IReadOnlyList<GoldenValue> positional;
    private readonly IReadOnlyDictionary<string, GoldenValue> named;

    /// <summary>A call of <paramref name="op"/>.</summary>
    public GoldenCall(string op, IReadOnlyList<GoldenValue> positional, IReadOnlyDictionary<string, GoldenValue> named)
        : this(MlxMembers.Find(op), op, positional, named)
    {
    }

    /// <summary>A call of one of some overloads.</summary>
    public GoldenCall(IEnumerable<Callable> overloads, string op, IReadOnlyList<GoldenValue> positional, IReadOnlyDictionary<string, GoldenValue> named)
    {
        this.op = op;
        this.positional = positional;
        this.named = named;
        this.overloads = [.. overloads];
        Arrays = [.. positional.Concat(named.Values).SelectMany(ArraysIn)];
    }

    /// <summary>The call of a case.</summary>
    public GoldenCall(GoldenCase golden) : this(golden.Op, golden.Arguments, golden.Named) { }

    /// <summary>True if Tangent has something of this name.</summary>
    public bool Exists => overloads.Count > 0;

    /// <summary>The arrays in the arguments, depth first, positional ones before named ones.</summary>
    public IReadOnlyList<GoldenValue.Array> Arrays { get; }

    /// <summary>The arrays of the arguments as recorded.</summary>
    public NDArray[] Primals => [.. Arrays.Select(GoldenBuffers.Array)];

    /// <summary>Calls with other arrays in the places of the recorded ones.</summary>
    public object? Invoke(NDArray[] arrays)
    {
        var byPlace = new Dictionary<GoldenValue.Array, NDArray>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < arrays.Length; i++)
            byPlace[Arrays[i]] = arrays[i];
        var binder = new ArgumentBinder(new ArgumentConverter(array => byPlace[array]));
        Func<object?> call = binder.Bind(overloads, positional, named) ?? throw new GoldenBindingException(Mismatch());
        return call();
    }

    /// <summary>Calls with other arrays, for results that are all arrays.</summary>
    public NDArray[] InvokeArrays(NDArray[] arrays) => ResultReader.Arrays(Invoke(arrays));

    private static IEnumerable<GoldenValue.Array> ArraysIn(GoldenValue value) => value switch
    {
        GoldenValue.Array array => [array],
        GoldenValue.Sequence sequence => sequence.Items.SelectMany(ArraysIn),
        GoldenValue.Dictionary dictionary => dictionary.Items.Values.SelectMany(ArraysIn),
        GoldenValue.Index index => index.Entries.SelectMany(ArraysIn),
        _ => [],
    };

    private string Mismatch()
    {
        var arguments = positional.Select(value => value.ToString()).Concat(named.Select(pair => $"{pair.Key}={pair.Value}"));
        return $"no overload of {overloads[0].Name} ({op}) takes ({string.Join(", ", arguments)})";
    }
}
