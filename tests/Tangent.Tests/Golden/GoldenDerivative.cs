using System.Text.Json;

namespace Tangent.Tests.Golden;

/// <summary>The <c>jvp</c> or the <c>vjp</c> of a case.</summary>
/// <param name="Seeds">The tangents or the cotangents that go in; null for none.</param>
/// <param name="Out">The tangents or the cotangents that come out; null where none is recorded.</param>
/// <param name="Tolerance">How far <paramref name="Out"/> may be off.</param>
public sealed record GoldenDerivative(GoldenValue?[] Seeds, GoldenValue?[] Out, Tolerance Tolerance)
{
    /// <summary>Reads the derivative whose seeds bear the name <paramref name="seeds"/>.</summary>
    public static GoldenDerivative Read(JsonElement json, string seeds, Tolerance fallback) => new(
        GoldenParser.OptionalValues(json.GetProperty(seeds)),
        GoldenParser.OptionalValues(json.GetProperty("out")),
        GoldenCase.ReadTolerance(json, "tol") ?? fallback);
}
