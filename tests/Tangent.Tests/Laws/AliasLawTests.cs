using System.Reflection;
using Xunit;

namespace Tangent.Tests.Laws;

/// <summary>A method of an array is the function of that name, with every argument.</summary>
public class AliasLawTests
{
    private static readonly NDArray X = Mx.Reshape(new[] { 0.3, 0.7, 0.2, 0.9, 0.4, 0.8 }, (2, 3));

    public static TheoryData<string> Methods => [.. Aliases.Keys];

    private static Dictionary<string, (MethodInfo Method, MethodInfo Function)> Aliases { get; } = Pairs().ToDictionary(pair => pair.Method.ToString()!);

    [Theory, MemberData(nameof(Methods))]
    public void AMethodIsTheFunctionOfItsName(string name)
    {
        (MethodInfo method, MethodInfo function) = Aliases[name];
        NDArray x = method.Name == nameof(NDArray.Squeeze) ? Mx.ExpandDims(X, 0) : X;
        object?[] given = [.. method.GetParameters().Select(Other)];
        Law.Same(Results(function.Invoke(null, [x, .. given])), Results(method.Invoke(x, given)), name);
    }

    [Fact]
    public void ThereAreMany() => Assert.True(Aliases.Count > 30, $"{Aliases.Count} methods");

    private static IEnumerable<(MethodInfo Method, MethodInfo Function)> Pairs() =>
        from method in typeof(NDArray).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && !method.IsGenericMethod && (method.ReturnType == typeof(NDArray) || method.ReturnType == typeof(NDArray[]))
        let function = typeof(Mx).GetMethod(method.Name, [typeof(NDArray), .. method.GetParameters().Select(parameter => parameter.ParameterType)])
        where function is not null && method.GetParameters().All(parameter => CanBeGiven(parameter))
        select (method, function);

    // Not what would be meant without it.
    private static object? Other(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(bool) => !(parameter.HasDefaultValue && (bool)parameter.DefaultValue!),
        var type when type == typeof(int) && parameter.Name == "endAxis" => 1,
        var type when type == typeof(int) => parameter.HasDefaultValue && (int)parameter.DefaultValue! == 1 ? 0 : 1,
        var type when type == typeof(int?) => 0,
        var type when type == typeof(Axes?) => new Axes([0]),
        var type when type == typeof(DType) || type == typeof(DType?) => DType.Float32,
        var type when type == typeof(Shape) => new Shape([3, 2]),
        var type when type == typeof(double) || type == typeof(double?) => 0.45,
        _ => X * 0.5,
    };

    private static bool CanBeGiven(ParameterInfo parameter) => parameter.ParameterType is var type
        && (type == typeof(bool) || type == typeof(int) || type == typeof(int?) || type == typeof(Axes?) || type == typeof(DType) || type == typeof(DType?)
            || type == typeof(Shape) || type == typeof(double) || type == typeof(double?) || type == typeof(NDArray)) && parameter.Name != "indices";

    private static NDArray[] Results(object? result) => result is NDArray array ? [array] : (NDArray[])result!;
}
