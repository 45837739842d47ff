using System.Text.Json;
using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.Primitives.Pooling;

/// <summary>Recorded layers of MLX that pool, as functions.</summary>
internal static class RecordedPools
{
    /// <summary>Runs all whose name begins so: values, and derivatives of both modes.</summary>
    public static void Agree(string name, Func<NDArray, PerAxis, PerAxis?, PerAxis?, NDArray> pool)
    {
        GoldenCase[] cases = [.. GoldenFiles.Chosen.Read("layers").Where(layer => layer.Op.StartsWith($"nn.{name}", StringComparison.Ordinal))];
        Assert.True(cases.Length > 5);
        foreach (GoldenCase layer in cases)
            Agree(layer, pool);
    }

    private static void Agree(GoldenCase layer, Func<NDArray, PerAxis, PerAxis?, PerAxis?, NDArray> pool)
    {
        JsonElement constructor = layer.Json.GetProperty("ctor");
        IReadOnlyDictionary<string, GoldenValue> named = GoldenParser.Named(constructor.GetProperty("kwargs"));
        PerAxis window = Numbers(GoldenParser.Values(constructor.GetProperty("args"))[0])!.Value;
        NDArray F(NDArray x) => pool(x, window, Numbers(named.GetValueOrDefault("stride")), Numbers(named.GetValueOrDefault("padding")));
        NDArray x = Array(layer.Arguments[0]);
        Same(F(x), layer.Out[0], layer.Tolerance);
        Same(Mx.Jvp(F, x, Array(layer.Jvp!.Seeds[0]!)).Tangents, layer.Jvp.Out[0]!, layer.Jvp.Tolerance);
        Same(Mx.Vjp(F, x, Array(layer.Vjp!.Seeds[0]!)).Cotangents, layer.Vjp.Out[0]!, layer.Vjp.Tolerance);

        void Same(NDArray actual, GoldenValue expected, Tolerance tolerance)
        {
            string? difference = GoldenCompare.Difference(GoldenBuffers.Read(actual), expected, tolerance);
            Assert.True(difference is null, $"{layer.Id}: {difference}");
        }
    }

    private static NDArray Array(GoldenValue value) => GoldenBuffers.Array((GoldenValue.Array)value);

    private static PerAxis? Numbers(GoldenValue? value) => value switch
    {
        GoldenValue.Integer number => (int)number.Value,
        GoldenValue.Integers several => (int[])[.. several.Values.Select(number => (int)number)],
        _ => null,
    };
}
