using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Tangent.Tests.Golden;

/// <summary>Reads values from their JSON form.</summary>
public static class GoldenParser
{
    private static readonly Dictionary<string, DType> DTypes = Enum.GetValues<DType>().ToDictionary(dtype => dtype.Name());

    /// <summary>The value that a JSON element stands for.</summary>
    public static GoldenValue Value(JsonElement json)
    {
        foreach (JsonProperty part in json.EnumerateObject())
        {
            if (Value(json, part) is GoldenValue value)
                return value;
        }
        throw new FormatException($"Not a value: {json}");
    }

    /// <summary>The values of a JSON array.</summary>
    public static GoldenValue[] Values(JsonElement json) => [.. json.EnumerateArray().Select(Value)];

    /// <summary>The values of a JSON array in which null stands for none.</summary>
    public static GoldenValue?[] OptionalValues(JsonElement json) =>
        [.. json.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.Null ? null : Value(item))];

    /// <summary>The values of a JSON object, by name.</summary>
    public static Dictionary<string, GoldenValue> Named(JsonElement json) =>
        json.EnumerateObject().ToDictionary(part => part.Name, part => Value(part.Value));

    private static GoldenValue? Value(JsonElement json, JsonProperty part) => part.Name switch
    {
        "dtype" => json.TryGetProperty("b64", out JsonElement bytes)
            ? new GoldenValue.Array(DTypes[part.Value.GetString()!], Shape(json.GetProperty("shape")), bytes.GetBytesFromBase64())
            : new GoldenValue.ElementType(DTypes[part.Value.GetString()!]),
        "s" => Scalar(json.GetProperty("t").GetString()!, part.Value),
        "str" => new GoldenValue.Text(part.Value.GetString()!),
        "none" => new GoldenValue.None(),
        "ints" => new GoldenValue.Integers(Integers(part.Value)),
        "list" => new GoldenValue.Sequence(Values(part.Value)),
        "dict" => new GoldenValue.Dictionary(Named(part.Value)),
        "schedule" => new GoldenValue.Schedule(part.Value.GetString()!, Values(json.GetProperty("args"))),
        "slice" => new GoldenValue.Slice(Optional(part.Value[0]), Optional(part.Value[1]), Optional(part.Value[2])),
        "ellipsis" => new GoldenValue.Ellipsis(),
        "index" => new GoldenValue.Index(Values(part.Value)),
        _ => null,
    };

    private static GoldenValue Scalar(string type, JsonElement json) => type switch
    {
        "int" => new GoldenValue.Integer(Int128.Parse(json.GetRawText(), CultureInfo.InvariantCulture)),
        "float" => new GoldenValue.Real(Real(json)),
        "bool" => new GoldenValue.Truth(json.GetBoolean()),
        "complex" => new GoldenValue.ComplexNumber(new Complex(Real(json[0]), Real(json[1]))),
        _ => throw new FormatException($"Not a type of scalar: {type}"),
    };

    private static double Real(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Number)
            return json.GetDouble();
        return json.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            var text => throw new FormatException($"Not a number: {text}"),
        };
    }

    private static int[] Shape(JsonElement json) => [.. json.EnumerateArray().Select(item => item.GetInt32())];

    private static long[] Integers(JsonElement json) => [.. json.EnumerateArray().Select(item => item.GetInt64())];

    // Python's numbers have no end; beyond every axis one is as good as another.
    private static int? Optional(JsonElement json) =>
        json.ValueKind is JsonValueKind.Null ? null : (int)Math.Clamp(json.GetDouble(), -int.MaxValue, int.MaxValue);
}
