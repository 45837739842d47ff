namespace Tangent.Tests.Calls;

using System.Linq.Expressions;
using System.Reflection;
using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;
using Module = Tangent.Layers.Module;
using ModuleExtensions = Tangent.Layers.ModuleExtensions;

/// <summary>Whoever passes null where an array, a function or a list is wanted is told which argument it was.</summary>
public sealed class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Type[] OfNetworks = [typeof(Nn), typeof(Nn.Losses), typeof(ParameterTree), typeof(Module), typeof(Linear), typeof(Sequential), typeof(ModuleExtensions), typeof(Optimizer)];

    public static TheoryData<string> Arguments => [.. Found().Select(pair => Id(pair.Method, pair.Parameter)).Distinct().Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Arguments))]
    public void NullIsRefusedByName(string id)
    {
        foreach ((MethodBase method, ParameterInfo parameter) in Found().Where(pair => Id(pair.Method, pair.Parameter) == id))
        {
            object?[] values = [.. method.GetParameters().Select(other => other == parameter ? null : Plausible(other))];
            object? target = method.IsStatic ? null : Target(method.DeclaringType!);
            var error = Assert.IsType<TargetInvocationException>(Record.Exception(() => method.Invoke(target, values))).InnerException;
            Assert.True(error is ArgumentNullException, $"{method}: {error}");
            Assert.Equal(parameter.Name, ((ArgumentNullException)error).ParamName);
        }
    }

    [Fact]
    public void TheLawLooksAtTheWholeSurface() => Assert.True(Found().Count() > 450, $"{Found().Count()} arguments");

    [Fact]
    public void AnArrayMissingFromAListIsRefusedByItsPlace()
    {
        NDArray[] holey = [Mx.Ones(2), null!];
        foreach (Func<object?> call in new Func<object?>[] { () => Mx.Stack(holey), () => Mx.Concatenate(holey), () => Mx.MeshGrid(holey), () => Mx.BroadcastArrays(holey), () => Mx.AtLeast2D(holey) })
            Refusal.Of<ArgumentNullException>("Array 1 of the 2 is null. (Parameter 'arrays')", call);
    }

    private static IEnumerable<(MethodBase Method, ParameterInfo Parameter)> Found() =>
        from type in (Type[])[typeof(Mx), typeof(Mx.Random), typeof(Mx.Fast), typeof(Mx.Linalg), typeof(Mx.Fourier), typeof(NDArray), typeof(ArrayPart), typeof(Shape), typeof(Axes), typeof(Trees), .. OfNetworks]
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)
        where !(method is { Name: "op_Equality" or "op_Inequality" } && method.GetParameters().Any(other => other.ParameterType == typeof(NullArray)))
        let closed = method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(Closed)]) : method
        where closed.GetParameters().All(other => !other.ParameterType.IsByRefLike && !other.ParameterType.IsByRef)
        from parameter in closed.GetParameters()
        where !parameter.ParameterType.IsValueType && Nullability.Create(parameter).WriteState == NullabilityState.NotNull && !IsTree(method, parameter)
        select ((MethodBase)closed, parameter);

    private static Type Closed(Type argument) =>
        argument.GetGenericParameterConstraints().Contains(typeof(Module)) ? typeof(Linear)
        : argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(float) : typeof(NDArray);

    // A tree may be null: it is one without arrays.
    private static bool IsTree(MethodInfo method, ParameterInfo parameter) =>
        method.GetParameters()[parameter.Position].ParameterType is { IsGenericParameter: true } type && !type.GetGenericParameterConstraints().Contains(typeof(Module));

    private static string Id(MethodBase method, ParameterInfo parameter) => $"{method.DeclaringType!.Name}.{method.Name}({parameter.Name})";

    private static object Target(Type type) => type == typeof(ArrayPart) ? Mx.Ones((2, 2)).At[0] : OfNetwork(type) ?? Mx.Ones((2, 2));

    private static object? OfNetwork(Type type) =>
        type == typeof(ParameterTree) ? new Linear(2, 2).Parameters()
        : type == typeof(Module) || type == typeof(Tangent.Layers.Unary) || type == typeof(Linear) ? new Linear(2, 2)
        : type == typeof(Sequential) ? new Sequential()
        : type == typeof(Optimizer) ? new SGD(0.1)
        : null;

    private static object? Plausible(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue is null or DBNull ? null : parameter.DefaultValue;
        Type type = parameter.ParameterType;
        if (OfNetwork(type) is { } network)
            return network;
        if (type == typeof(NDArray))
            return Mx.Ones((2, 2));
        if (type == typeof(Shape))
            return new Shape([2, 2]);
        if (type == typeof(Axes))
            return (Axes)0;
        if (type == typeof(string))
            return "ij";
        if (type == typeof(Stream))
            return new MemoryStream();
        if (type == typeof(IReadOnlyDictionary<string, NDArray>))
            return new Dictionary<string, NDArray>();
        if (typeof(Delegate).IsAssignableFrom(type))
            return Uncalled(type);
        if (type.IsArray)
            return Array.CreateInstance(type.GetElementType()!, 0);
        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    // What is missing is said before any function runs.
    private static Delegate Uncalled(Type type)
    {
        MethodInfo call = type.GetMethod("Invoke")!;
        Expression error = Expression.Throw(Expression.New(typeof(NotSupportedException)), call.ReturnType);
        return Expression.Lambda(type, error, call.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();
    }
}
