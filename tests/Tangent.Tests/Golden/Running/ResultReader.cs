using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Tests.Golden.Running;

/// <summary>Turns what a call returns into golden values: lists and tuples are flattened, depth first.</summary>
public static class ResultReader
{
    /// <summary>The values of a result.</summary>
    public static IReadOnlyList<GoldenValue> Read(object? result) => [.. Flatten(result).Select(Value)];

    /// <summary>The arrays among a result's values, in order.</summary>
    public static NDArray[] Arrays(object? result) => [.. Flatten(result).Cast<NDArray>()];

    private static IEnumerable<object?> Flatten(object? result) => result switch
    {
        // A part that is not there is none of the results: Python returns a shorter tuple.
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).Where(part => part is not null).SelectMany(Flatten),
        IEnumerable list and not string => list.Cast<object?>().SelectMany(Flatten),
        _ => [result],
    };

    private static GoldenValue Value(object? result) => result switch
    {
        null => new GoldenValue.None(),
        NDArray array => GoldenBuffers.Read(array),
        DType dtype => new GoldenValue.ElementType(dtype),
        bool truth => new GoldenValue.Truth(truth),
        string text => new GoldenValue.Text(text),
        Half half => new GoldenValue.Real((double)half),
        BFloat16 brain => new GoldenValue.Real(brain),
        float or double => new GoldenValue.Real(Convert.ToDouble(result)),
        Complex64 number => new GoldenValue.ComplexNumber(number),
        Complex number => new GoldenValue.ComplexNumber(number),
        ulong integer => new GoldenValue.Integer(integer),
        IConvertible => new GoldenValue.Integer(Convert.ToInt64(result)),
        _ => Properties(result),
    };

    // An object of several facts, such as the limits of a type: its properties by their Python names.
    private static GoldenValue.Dictionary Properties(object result) => new(result.GetType().GetProperties()
        .ToDictionary(property => property.Name.ToLowerInvariant(), property => Value(property.GetValue(result))));
}
