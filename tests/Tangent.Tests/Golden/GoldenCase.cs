using System.Text.Json;

namespace Tangent.Tests.Golden;

/// <summary>A recorded call.</summary>
public sealed class GoldenCase
{
    /// <summary>Reads a case from its line.</summary>
    public GoldenCase(string line) : this(JsonDocument.Parse(line).RootElement) { }

    /// <summary>Reads a case, or a call within one.</summary>
    public GoldenCase(JsonElement json)
    {
        Json = json;
        Id = Json.TryGetProperty("id", out JsonElement id) ? id.GetString()! : "";
        Op = Json.GetProperty("op").GetString()!;
        if (Json.TryGetProperty("args", out JsonElement arguments))
            Arguments = GoldenParser.Values(arguments);
        if (Json.TryGetProperty("kwargs", out JsonElement named))
            Named = GoldenParser.Named(named);
        MustFail = Json.TryGetProperty("error", out JsonElement error) && error.GetBoolean();
        MaySucceed = Json.TryGetProperty("limit", out JsonElement limit) && limit.ValueKind is not JsonValueKind.False;
        MayDiffer = Json.TryGetProperty("quirk", out _);
        Check = Json.TryGetProperty("check", out JsonElement check) ? check.GetString() : null;
        Tolerance = ReadTolerance(Json, "tol") ?? Tolerance.Exact;
    }

    /// <summary>The whole case, for the fields that only some groups have.</summary>
    public JsonElement Json { get; }

    /// <summary>The name of the case, unique in its file.</summary>
    public string Id { get; }

    /// <summary>The dotted Python name of what is called.</summary>
    public string Op { get; }

    /// <summary>The positional arguments.</summary>
    public IReadOnlyList<GoldenValue> Arguments { get; } = [];

    /// <summary>The named arguments.</summary>
    public IReadOnlyDictionary<string, GoldenValue> Named { get; } = new Dictionary<string, GoldenValue>();

    /// <summary>True if the call is an error, and so has no results.</summary>
    public bool MustFail { get; }

    /// <summary>True if only MLX takes the call for an error.</summary>
    public bool MaySucceed { get; }

    /// <summary>True if MLX's result is a peculiarity that need not be followed.</summary>
    public bool MayDiffer { get; }

    /// <summary>How to compare results that are not unique.</summary>
    public string? Check { get; }

    /// <summary>How far results may be off.</summary>
    public Tolerance Tolerance { get; }

    /// <summary>The results.</summary>
    public GoldenValue[] Out => GoldenParser.Values(Json.GetProperty("out"));

    /// <summary>The forward derivative, if there is one.</summary>
    public GoldenDerivative? Jvp => Derivative("jvp", "tangents");

    /// <summary>The reverse derivative, if there is one.</summary>
    public GoldenDerivative? Vjp => Derivative("vjp", "cotangents");

    /// <summary>The tolerance in the field <paramref name="name"/>, if it is there.</summary>
    public static Tolerance? ReadTolerance(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement tolerance)
            ? new(tolerance.GetProperty("rtol").GetDouble(), tolerance.GetProperty("atol").GetDouble())
            : null;

    /// <inheritdoc/>
    public override string ToString() => Id;

    private GoldenDerivative? Derivative(string name, string seeds) =>
        Json.TryGetProperty(name, out JsonElement json) ? GoldenDerivative.Read(json, seeds, Tolerance) : null;
}
