using System.Reflection;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Calls;

/// <summary>What <c>Mx</c> does to an array, the array does as a method: every function has one, and each of its arguments counts.</summary>
public sealed class MethodTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Functions without a method of the same parameters, and why.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Add"] = "+",
        ["Subtract"] = "-",
        ["Multiply"] = "*",
        ["Divide"] = "/",
        ["Remainder"] = "%",
        ["Positive"] = "+x",
        ["BitwiseAnd"] = "&",
        ["BitwiseOr"] = "|",
        ["BitwiseXor"] = "^",
        ["LeftShift"] = "<<",
        ["RightShift"] = ">>",
        ["Equal"] = "==",
        ["NotEqual"] = "!=",
        ["Less"] = "<",
        ["LessEqual"] = "<=",
        ["Greater"] = ">",
        ["GreaterEqual"] = ">=",
        ["ZerosLike"] = "makes an array",
        ["OnesLike"] = "makes an array",
        ["EmptyLike"] = "makes an array",
        ["FullLike"] = "makes an array",
        ["Real"] = "a property",
        ["Imag"] = "a property",
        ["PermuteDims"] = "Transpose",
        ["Transpose"] = "takes the axes one by one",
        ["AsStrided"] = "about memory",
        ["Slice"] = "the brackets",
        ["SliceUpdate"] = "the brackets",
        ["QuantizedMatMul"] = "takes the parts of a matrix",
        ["GatherQMM"] = "takes the parts of matrices",
        ["QQMM"] = "takes the parts of a matrix",
        ["GatherQQMM"] = "takes the parts of matrices",
    };

    /// <summary>Arguments that make no difference here.</summary>
    private static readonly string[] Ineffective = ["Softmax.precise", "Contiguous.allowColMajor", "AllClose.rtol", "AllClose.atol"];

    public static TheoryData<string> Functions => [.. Of(typeof(Mx)).Select(Signature).Where(signature => !Exempt.ContainsKey(signature.Split('(')[0]))];

    [Theory, MemberData(nameof(Functions))]
    public void EveryFunctionOfAnArrayIsAMethodThatDoesTheSame(string signature)
    {
        MethodInfo function = Of(typeof(Mx)).Single(method => Signature(method) == signature);
        MethodInfo? method = typeof(NDArray).GetMethods(Declared).SingleOrDefault(other => !other.IsStatic && Signature(other) == signature);
        Assert.True(method is not null, $"x.{signature} is missing");
        ParameterInfo[] parameters = method.GetParameters();
        string? usual = null;
        for (int changed = -1; changed < parameters.Length; changed++)
        {
            object?[] values = [.. parameters.Select((parameter, i) => i == changed ? Other(function.Name, parameter) : Usual(function.Name, parameter))];
            NDArray x = Sample(function.Name);
            string expected = Text(() => function.Invoke(null, [x, .. values]));
            Assert.Equal(expected, Text(() => method.Invoke(x, values)));
            usual ??= expected;
            if (changed >= 0 && parameters[changed].HasDefaultValue && !Ineffective.Contains($"{function.Name}.{parameters[changed].Name}"))
                Assert.False(usual == expected, $"{function.Name}: {parameters[changed].Name} shows nowhere");
        }
    }

    [Fact]
    public void ArraysPutTogetherFromOneAreAnotherHandle()
    {
        NDArray x = Mx.Ones((1, 1, 1)), v = Mx.Ones(1), i = Mx.Arange(1);
        NDArray[] same = [Mx.HStack([x]), Mx.VStack([x]), Mx.DStack([x]), Mx.ColumnStack([x]), Mx.HStack([v]), Mx.Ravel(v), Mx.LogSoftmax(Mx.Zeros(0)), Mx.NanMax(i, new Axes([])), Mx.NanSum(i, new Axes([]))];
        Assert.All(same, result => Assert.DoesNotContain(new[] { x, v, i }, given => ReferenceEquals(given, result)));
        Assert.False(ReferenceEquals(v, Mx.Histogram(x, Mx.Arange(3f)).Edges));
    }

    [Fact]
    public void WhatIsExemptIsThere()
    {
        Assert.All(Exempt.Keys, name => Assert.Contains(Of(typeof(Mx)), method => method.Name == name));
        Assert.True(Functions.Count > 130, $"{Functions.Count} functions");
    }

    [Fact]
    public void ShortNamesAreThoseOfTheFunctions()
    {
        NDArray x = Mx.Array([0.5f, 2]);
        Assert.Equal(Mx.Power(x, 3).ToString(), x.Pow(3).ToString());
        Assert.Equal(Mx.Conjugate(x).ToString(), x.Conj().ToString());
    }

    private static IEnumerable<MethodInfo> Of(Type type) => type.GetMethods(Declared)
        .Where(method => method.IsStatic && !method.IsGenericMethodDefinition && method.GetParameters() is [{ Name: "x" } first, ..] && first.ParameterType == typeof(NDArray))
        .Where(method => !IsExempt(method));

    private static bool IsExempt(MethodInfo method) => Laws.Exempt.Reason($"Mx.{method.Name}") is not null;

    private static string Signature(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Skip(method.IsStatic ? 1 : 0).Select(parameter => $"{parameter.ParameterType} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue}" : "")}"))}): {method.ReturnType}";

    private static NDArray Sample(string function) => function switch
    {
        "OneHot" or "BitwiseInvert" or "FromFp8" => Mx.AsType(Mx.Array(new[,] { { 1, 2, 0 }, { 0, 2, 1 } }), DType.UInt8),
        "Diag" or "Trace" or "Diagonal" => Mx.Reshape(Mx.Arange(9.0), (3, 3)),
        "HadamardTransform" => Mx.Array(new[,] { { 0.25f, -0.5f }, { 0.5f, 1.5f } }),
        "Squeeze" => Mx.Ones((1, 2, 1)),
        "NanToNum" => Mx.Array([float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1]),
        var name when name.Contains("Nan", StringComparison.OrdinalIgnoreCase) || name is "Histogram" or "AllClose" or "ArrayEqual" or "IsClose" =>
            Mx.Array(new[,] { { 0.25f, -0.5f, 0.75f }, { 0.5f, float.NaN, -0.125f } }),
        _ => Mx.Array(new[,] { { 0.25f, -0.5f, 0.75f }, { 0.5f, 1.5f, -0.125f } }),
    };

    private static object? Usual(string function, ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue is { } value && parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, value) : parameter.DefaultValue : Required(function, parameter);

    private static object? Required(string function, ParameterInfo parameter) => (function, parameter.Name) switch
    {
        ("AllClose" or "ArrayEqual", "y") => Sample(function),
        ("IsClose", "y") => Mx.Array([0.5f, float.NaN, -0.75f]),
        ("MatMul" or "Dot", "y") => Mx.Reshape(Mx.Arange(6f), (3, 2)),
        ("TensorDot", "axes") when parameter.ParameterType != typeof(int) => ((Axes)0, (Axes)0),
        ("Quantile" or "Percentile" or "NanQuantile", "q") => Mx.Array([0.25, 0.5]),
        ("Reshape", "shape") => new Shape([3, 2]),
        ("BroadcastTo", "shape") => new Shape([2, 2, 3]),
        ("Unflatten", "axis") => 1,
        ("Unflatten", "shape") => new Shape([3, 1]),
        ("Histogram", "bins") => Mx.Array([-1f, 0, 0.5f, 1]),
        (_, "indices") => Mx.Array(new[,] { { 0, 1, 1 }, { 1, 0, 0 } }),
        ("AsType" or "View", "dtype") => DType.Int32,
        (_, "indicesOrSections") when parameter.ParameterType == typeof(int) => 2,
        _ => Plain(parameter.ParameterType),
    };

    private static object? Plain(Type type) => type switch
    {
        _ when type == typeof(NDArray) => Mx.Array(new[,] { { 0.5f, 0.25f, -0.75f } }),
        _ when type == typeof(Axes) || type == typeof(Axes?) => (Axes)1,
        _ when type == typeof(int) || type == typeof(int?) => 1,
        _ when type == typeof(int[]) => new[] { 1, 2 },
        _ when type == typeof((int, int)) => (1, 0),
        _ when type == typeof((int, int)[]) => new[] { (1, 0), (0, 2) },
        _ => Activator.CreateInstance(type),
    };

    /// <summary>Another value than the default, so that an argument which is not handed on shows.</summary>
    private static object? Other(string function, ParameterInfo parameter) => (function, parameter.Name, parameter.ParameterType) switch
    {
        ("NanToNum", _, _) => 5.0,
        ("Histogram", "weights", _) => Mx.Array(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }),
        ("Histogram", "range", _) => (-0.25, 0.5),
        ("Pad", "constantValues", _) => (NDArray)7,
        (_, _, var type) when type == typeof(bool) => !(bool)parameter.DefaultValue!,
        (_, _, var type) when type == typeof(double) || type == typeof(double?) => parameter.Name == "ord" ? 1.0 : 10.0,
        (_, _, var type) when type == typeof(DType) || type == typeof(DType?) => DType.Float16,
        (_, "mode", _) => PadMode.Edge,
        (_, "axis" or "axis1" or "axis2", var type) when type != typeof(Axes) && type != typeof(Axes?) => parameter.DefaultValue is 0 ? 1 : 0,
        (_, "endAxis", _) => 0,
        (_, _, var type) when type == typeof(int) => parameter.HasDefaultValue ? (int)parameter.DefaultValue! + 1 : 0,
        _ => Required(function, parameter),
    };

    // What comes out, in bits, or the error.
    private static string Text(Func<object?> call)
    {
        try
        {
            return call() switch
            {
                NDArray array => Text(array),
                NDArray[] arrays => string.Join(";", arrays.Select(Text)),
                System.Runtime.CompilerServices.ITuple tuple => string.Join(";", Enumerable.Range(0, tuple.Length).Select(i => Text((NDArray)tuple[i]!))),
                var other => $"{other}",
            };
        }
        catch (TargetInvocationException error)
        {
            return error.InnerException!.Message;
        }
    }

    private static string Text(NDArray array) => $"{array.Spec} {string.Join(",", Mx.View(Mx.Flatten(array), DType.UInt8).ToArray<byte>())}";
}
