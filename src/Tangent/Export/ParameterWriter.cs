using System.Globalization;
using System.Text.Json;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Writes the parameters of primitives as JSON; <see cref="ParameterReader"/> reads them.</summary>
internal static class ParameterWriter
{
    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case ulong bits: json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"0x{bits:x}")); break;
            case double number: Write(json, number); break;
            case string text: json.WriteStringValue(text); break;
            case DType dtype: json.WriteStringValue(dtype.Name()); break;
            case AttentionInputs or ScatterMode or BlockMasks or QuantizationMode: json.WriteStringValue(value.ToString()); break;
            case IReadOnlyList<int> numbers: Write(json, numbers); break;
            case Region region: Write(json, region); break;
            case PoolWindow window: Write(json, ("size", window.Size), ("stride", window.Stride), ("padding", window.Padding)); break;
            case ScanDirection direction: Write(json, direction); break;
            case LinearSolver solver: Write(json, solver); break;
            default: throw new NotSupportedException($"{value.GetType().Name}: a parameter of this type has no text.");
        }
    }

    // JSON has no numbers for these.
    private static void Write(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (int number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Region region) => Write(
        json, ("start", region.Start), ("step", region.Step), ("lengths", region.Shape), ("without", region.Dropped));

    private static void Write(Utf8JsonWriter json, ScanDirection direction) => Write(
        json, ("axis", direction.Axis), ("reverse", direction.Reverse), ("inclusive", direction.Inclusive));

    private static void Write(Utf8JsonWriter json, LinearSolver solver)
    {
        (string Name, object? Value) symmetric = ("isSymmetric", solver.IsSymmetric);
        switch (solver)
        {
            case DenseSolver:
                Write(json, ("kind", "Dense"));
                break;
            case ConjugateGradientSolver(var tolerance, var steps):
                Write(json, ("kind", "ConjugateGradients"), ("tolerance", tolerance), ("maxIterations", steps), symmetric);
                break;
            case BiCgStabSolver(var tolerance, var steps):
                Write(json, ("kind", "BiCgStab"), ("tolerance", tolerance), ("maxIterations", steps), symmetric);
                break;
            case GmresSolver(var tolerance, var steps, var restart):
                Write(json, ("kind", "Gmres"), ("tolerance", tolerance), ("maxIterations", steps), ("restart", restart), symmetric);
                break;
            default:
                throw new NotSupportedException($"{solver.GetType().Name}: a solver of this type has no text.");
        }
    }

    private static void Write(Utf8JsonWriter json, params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in fields)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }
}
