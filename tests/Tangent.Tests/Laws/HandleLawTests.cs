using System.Reflection;
using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>No public function returns a handle that it was given, or one twice, whatever its arguments are; found by reflection.</summary>
public class HandleLawTests
{
    private const int MostCalls = 600;

    private static readonly NDArray[] Arrays =
    [
        Mx.Ones((2, 2), DType.Float64), Mx.Ones((2, 2)), Mx.Ones(2), Mx.Zeros((2, 2), DType.Int32), Mx.Ones(1, DType.Int32), Mx.Full((2, 2), true), Mx.Full(2, true),
        Mx.Ones([], DType.Float64), Mx.Zeros((0, 2)), Mx.Zeros(0, DType.Int32), Mx.Ones((2, 2), DType.Complex64), Mx.Ones(2, DType.UInt8), Mx.Random.Key(1), Mx.Zeros((1, 2, 2)),
        Mx.Ones((1, 2, 2, 1)), Mx.Ones((1, 1, 2, 1, 1)), Mx.Ones((1, 32)),
    ];

    // The parts of a quantised matrix, which fit each other and the last of the arrays in one mode or another.
    private static readonly Dictionary<string, object?[]> Quantized = new()
    {
        ["w"] = [Mx.Zeros((1, 4), DType.UInt32)],
        ["scales"] = [Mx.Zeros((1, 2), DType.UInt8)],
        ["biases"] = [null],
    };

    // Eval says that it returns the array that it evaluated. Transforms, which take functions, have a table in NDArrayHandleTests.
    private static readonly HashSet<string> NotCalled = ["NDArray.Eval"];

    private static readonly FieldInfo Whole = typeof(ArrayPart).GetField("x", BindingFlags.NonPublic | BindingFlags.Instance)!;

    public static TheoryData<string> Names => [.. Callables().Select(entry => entry.Name).Distinct()];

    [Theory, MemberData(nameof(Names))]
    public void AResultIsNoHandleThatWasGivenNorOneTwice(string name)
    {
        int calls = 0;
        foreach ((_, MethodInfo method) in Callables().Where(entry => entry.Name == name))
            foreach (object?[] arguments in Arrays.SelectMany(array => Choices(method, array)))
            {
                NDArray[] given = [.. arguments.SelectMany(Handles)];
                NDArray[]? results = Call(method, arguments);
                if (results is null)
                    continue;
                calls++;
                Assert.All(results, result => Assert.DoesNotContain(given, array => ReferenceEquals(array, result)));
                Assert.Equal(results.Length, results.Distinct(ReferenceEqualityComparer.Instance).Count());
            }
        Assert.True(calls > 0, "none of the calls that were tried is valid: teach Options the types of its parameters");
    }

    private static IEnumerable<(string Name, MethodInfo Method)> Callables() =>
        PublicOperations.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => PublicOperations.IsOfFunctions(type) || type == typeof(NDArray) || type == typeof(ArrayPart))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => IsCallable(type, method))
                .Select(method => ($"{type.FullName!["Tangent.".Length..].Replace('+', '.')}.{method.Name}", method)))
            .Where(entry => !NotCalled.Contains(entry.Item1));

    private static bool IsCallable(Type type, MethodInfo method) =>
        !method.ContainsGenericParameters
        && (IsArrays(method.ReturnType) || method.ReturnType.FullName?.StartsWith("System.ValueTuple", StringComparison.Ordinal) is true)
        && (!method.IsStatic || method.GetParameters().Any(parameter => IsArrays(parameter.ParameterType)))
        && method.GetParameters().All(parameter => !parameter.ParameterType.IsByRefLike && !typeof(Delegate).IsAssignableFrom(parameter.ParameterType));

    private static bool IsArrays(Type type) => type == typeof(NDArray) || typeof(IEnumerable<NDArray>).IsAssignableFrom(type);

    private static IEnumerable<object?[]> Choices(MethodInfo method, NDArray array)
    {
        Type[] types = [.. method.IsStatic ? [] : new[] { method.DeclaringType! }, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
        object?[][] options = [.. types.Select((type, i) => Options(type, array, i == 0, method.GetParameters().ElementAtOrDefault(method.IsStatic ? i : i - 1)).ToArray())];
        long count = options.Aggregate(1L, (product, some) => product * some.Length);
        // Of many combinations some that are spread over all.
        long step = Math.Max(1, count / MostCalls) | 1;
        for (long choice = 0; choice < count; choice += step)
        {
            long rest = choice;
            var arguments = new object?[options.Length];
            for (int i = 0; i < arguments.Length; i++, rest /= Math.Max(1, options[i - 1].Length))
                arguments[i] = Fresh(options[i][rest % options[i].Length]);
            yield return arguments;
        }
    }

    // Each argument has a handle of its own.
    private static object? Fresh(object? argument) => argument switch
    {
        NDArray array => array.Share(),
        NDArray[] arrays => NDArray.Share(arrays),
        _ => argument,
    };

    private static IEnumerable<object?> Options(Type type, NDArray array, bool isFirst, ParameterInfo? parameter)
    {
        if (parameter?.Member.Name is "Dequantize" or "QuantizedMatMul" or "GatherQMM" or "QQMM" or "GatherQQMM" && Quantized.TryGetValue(parameter.Name!, out object?[]? parts))
            return parts;
        if (type == typeof(NDArray) && isFirst)
            return [array];
        if (type == typeof(NDArray))
            return [array, (NDArray)0, (NDArray)1, (NDArray)1.0, Mx.Zeros(1, DType.Int32), Mx.Zeros(0, DType.Int32), Mx.Random.Key(1), .. parameter is { HasDefaultValue: true } ? new object?[] { null } : []];
        if (type == typeof(ArrayPart))
            return [array.At[Mx.Ellipsis], .. array.Rank > 0 ? new object[] { array.At[new[] { 0 }], array.At[0..0], array.At[Mx.Zeros(0, DType.Int32)], array.At[array > 5] } : []];
        if (IsArrays(type))
            return [new[] { array }, new[] { array, array }, new[] { array, array, array }];
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        IEnumerable<object?> values = inner == typeof(Axes) ? [Axes.Create([]), (Axes)0, (Axes)(0, 1)]
            : inner == typeof(PerAxis) ? [(PerAxis)1, (PerAxis)0]
            : type == typeof((PerAxis, PerAxis)) ? [((PerAxis)0, (PerAxis)0)]
            : inner == typeof(Shape) ? [array.Shape, (Shape)2, new Shape([]), (Shape)(1, 1)]
            : inner == typeof(DType) ? [array.DType, DType.Float32]
            : inner == typeof(bool) ? [false, true]
            : inner == typeof(int) ? [0, 1, 2, -1, .. parameter is { HasDefaultValue: true, DefaultValue: > 2 } ? new[] { parameter.DefaultValue } : []]
            : inner == typeof(long) ? [0L, 1L]
            : inner == typeof(double) ? [0.0, 1.0]
            : inner == typeof(float) ? [0f, 1f]
            : inner == typeof(string) && parameter is not { HasDefaultValue: true } ? ["...", "...,...->...", "...,...,..."]
            : type == typeof(int[]) ? [new[] { 0 }, new[] { 0, 0 }, new[] { 2, 1 }, new[] { 1 }]
            : type == typeof((int, int)) ? [(0, 0)]
            : type == typeof((int, int)[]) ? [new[] { (0, 0) }, new[] { (0, 0), (0, 0) }]
            : type == typeof((Axes, Axes)) ? [((Axes)0, (Axes)0), ((Axes)1, (Axes)0)]
            : inner == typeof(ArrayIndex) ? [(ArrayIndex)0, (ArrayIndex)Range.All, (ArrayIndex)Mx.Ellipsis, (ArrayIndex)new[] { 0 }, (ArrayIndex)(array > 5)]
            : inner == typeof(QuantizationMode) ? [QuantizationMode.NvFp4]
            : inner.IsEnum ? Enum.GetValues(inner).Cast<object?>()
            : parameter is { HasDefaultValue: true } ? [parameter.DefaultValue] : [];
        return Nullable.GetUnderlyingType(type) is not null || !type.IsValueType ? values.Prepend(null) : values;
    }

    private static NDArray[]? Call(MethodInfo method, object?[] arguments)
    {
        try
        {
            object? result = method.IsStatic ? method.Invoke(null, arguments) : method.Invoke(arguments[0], arguments[1..]);
            return [.. Handles(result)];
        }
        catch (TargetInvocationException error) when (error.InnerException is ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }

    private static IEnumerable<NDArray> Handles(object? value) => value switch
    {
        NDArray array => [array],
        ArrayPart part => Handles(Whole.GetValue(part)),
        IEnumerable<NDArray> arrays => arrays,
        System.Runtime.CompilerServices.ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Handles(tuple[i])),
        _ => [],
    };
}
