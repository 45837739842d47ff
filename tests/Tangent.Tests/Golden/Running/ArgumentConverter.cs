using System.Collections;
using System.Numerics;
using System.Reflection;

namespace Tangent.Tests.Golden.Running;

/// <summary>Converts recorded arguments to the types of parameters.</summary>
/// <param name="arrays">The array to pass for a recorded one.</param>
public sealed class ArgumentConverter(Func<GoldenValue.Array, NDArray> arrays)
{
    private static readonly Dictionary<Type, MethodInfo> ToArray = typeof(NDArray).GetMethods()
        .Where(method => method.Name == "op_Implicit" && method.ReturnType == typeof(NDArray))
        .ToDictionary(method => method.GetParameters()[0].ParameterType);

    /// <summary>The argument for a parameter of type <paramref name="target"/>, or null if the value does not fit.</summary>
    public Conversion? Convert(GoldenValue value, Type target)
    {
        Type type = Nullable.GetUnderlyingType(target) ?? target;
        return value switch
        {
            GoldenValue.None => !target.IsValueType || type != target ? new(null) : null,
            GoldenValue.Array array => type.IsAssignableFrom(typeof(NDArray)) ? new(arrays(array)) : null,
            GoldenValue.ElementType dtype => type == typeof(DType) ? new(dtype.Value) : null,
            GoldenValue.Truth truth => FromScalar(truth.Value, type),
            GoldenValue.Integer integer => FromInteger(integer.Value, type),
            GoldenValue.Real real => FromReal(real.Value, type),
            GoldenValue.ComplexNumber number => FromScalar(number.Value, type),
            GoldenValue.Text text => FromText(text.Value, type),
            GoldenValue.Integers integers => FromItems([.. integers.Values.Select(item => new GoldenValue.Integer(item))], type),
            GoldenValue.Index index => type == typeof(PythonIndex) ? new(new PythonIndex([.. index.Entries.Select(Entry)])) : null,
            GoldenValue.Sequence sequence => FromItems(sequence.Items, type),
            _ => null,
        };
    }

    private static Conversion? FromScalar<T>(T value, Type type)
    {
        if (type == typeof(T))
            return new(value);
        MethodInfo? convert = type == typeof(NDArray) ? ToArray.GetValueOrDefault(typeof(T)) : type.GetMethod("op_Implicit", [typeof(T)]);
        return convert is not null && convert.ReturnType == type ? new(convert.Invoke(null, [value]), 1) : null;
    }

    private static Conversion? FromReal(double value, Type type) =>
        type == typeof(float) ? new((float)value) : FromScalar(value, type);

    private Conversion? FromInteger(Int128 value, Type type)
    {
        if (type == typeof(NDArray))
            return FromScalar((long)value, type);
        if (type == typeof(double) || type == typeof(float))
            return new(System.Convert.ChangeType((double)value, type), 2);
        if (type == typeof(Shape) || type == typeof(Axes) || type == typeof(PerAxis))
            return FromItems([new GoldenValue.Integer(value)], type) is { } conversion ? conversion with { Cost = 1 } : null;
        if (type == typeof(int))
            return value >= int.MinValue && value <= int.MaxValue ? new((int)value) : null;
        if (type == typeof(long))
            return value >= long.MinValue && value <= long.MaxValue ? new((long)value) : null;
        return type == typeof(ulong) && value >= 0 && value <= ulong.MaxValue ? new((ulong)value) : null;
    }

    private static Conversion? FromText(string value, Type type)
    {
        if (type == typeof(string))
            return new(value);
        return type.IsEnum && Enum.TryParse(type, Plain(value), ignoreCase: true, out object? member) ? new(member) : null;
    }

    /// <summary>A Python name or word without its underscores, spaces and hyphens.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private Conversion? FromItems(IReadOnlyList<GoldenValue> items, Type type)
    {
        if (type == typeof(PerAxis))
            return Integers(items) is { } numbers ? new(PerAxis.Create(numbers)) : null;
        if (type == typeof(Shape) || type == typeof(Axes))
            return Integers(items) is { } integers ? new(type == typeof(Shape) ? Shape.Create(integers) : Axes.Create(integers)) : null;
        if (type.IsArray && type.GetArrayRank() == 1)
            return ToList(items, type.GetElementType()!);
        if (type.IsGenericType && type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType()))
            return ToList(items, type.GetGenericArguments()[0]);
        if (type == typeof(IEnumerable))
            return new(Nested(items), 1);
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) is true)
            return ToTuple(items, type);
        return null;
    }

    private Conversion? ToList(IReadOnlyList<GoldenValue> items, Type element)
    {
        var result = Array.CreateInstance(element, items.Count);
        int cost = 0;
        for (int i = 0; i < items.Count; i++)
        {
            if (Convert(items[i], element) is not { } conversion)
                return null;
            result.SetValue(conversion.Value, i);
            cost += conversion.Cost;
        }
        return new(result, cost);
    }

    private object Entry(GoldenValue value) => value switch
    {
        GoldenValue.Array array => arrays(array),
        GoldenValue.Integer integer => (int)integer.Value,
        _ => value,
    };

    // Python's numbers by the types that C# literals of MLX's default types have.
    private static object[] Nested(IReadOnlyList<GoldenValue> items) => [.. items.Select(item => item switch
    {
        GoldenValue.Integers inner => Nested([.. inner.Values.Select(value => new GoldenValue.Integer(value))]),
        GoldenValue.Sequence inner => Nested(inner.Items),
        GoldenValue.Integer integer when integer.Value >= int.MinValue && integer.Value <= int.MaxValue => (int)integer.Value,
        GoldenValue.Integer integer => (long)integer.Value,
        GoldenValue.Real real => (float)real.Value,
        GoldenValue.Truth truth => truth.Value,
        GoldenValue.ComplexNumber number => number.Value,
        _ => (object)item,
    })];

    private static int[]? Integers(IReadOnlyList<GoldenValue> items)
    {
        var integers = items.OfType<GoldenValue.Integer>().Select(item => checked((int)item.Value)).ToArray();
        return integers.Length == items.Count ? integers : null;
    }

    private Conversion? ToTuple(IReadOnlyList<GoldenValue> items, Type type)
    {
        Type[] parts = type.GetGenericArguments();
        if (parts.Length != items.Count)
            return null;
        var conversions = items.Zip(parts, Convert).ToArray();
        if (conversions.Any(conversion => conversion is null))
            return null;
        object? tuple = Activator.CreateInstance(type, [.. conversions.Select(conversion => conversion!.Value.Value)]);
        return new(tuple, conversions.Sum(conversion => conversion!.Value.Cost));
    }
}
