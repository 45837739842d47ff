using System.Reflection;

namespace Tangent.Tests.Golden.Running;

/// <summary>Something that can be called with arguments: a method, a property or a constructor.</summary>
public sealed class Callable
{
    private readonly MethodBase method;
    private readonly object? target;

    private Callable(MethodBase method, object? target = null)
    {
        this.method = method;
        this.target = target;
    }

    /// <summary>The C# name, for messages.</summary>
    public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>The parameters, without the receiver.</summary>
    public ParameterInfo[] Parameters => method.GetParameters();

    /// <summary>The type of the object that an instance member belongs to: it is the first argument.</summary>
    public Type? Receiver => method.IsStatic || method.IsConstructor || target is not null ? null : method.DeclaringType;

    /// <summary>The parameter of a method that is generic in the element type.</summary>
    public Type? ElementType => method.IsGenericMethod ? method.GetGenericArguments()[0] : null;

    /// <summary>A method of an object.</summary>
    public static Callable On(object target, MethodInfo method) => new(method, target);

    /// <summary>The ways to call a member: one for a method or property, one for each constructor of a type.</summary>
    public static IEnumerable<Callable> Of(MemberInfo member) => member switch
    {
        // One that is generic in trees or modules is called by a form of its own.
        MethodInfo { IsGenericMethodDefinition: true } generic when generic.DeclaringType == typeof(Trees) || generic.DeclaringType == typeof(Nn) => [new(generic)],
        MethodInfo { IsGenericMethodDefinition: true } generic =>
            ClrTypes.All.Select(type => new Callable(generic.MakeGenericMethod(type))),
        MethodInfo method => [new(method)],
        PropertyInfo { GetMethod: { } getter } => [new(getter)],
        Type { IsEnum: false } type => type.GetConstructors().Select(constructor => new Callable(constructor)),
        _ => [],
    };

    /// <summary>Calls the member with the receiver, if there is one, and the arguments. Exceptions come out as they are.</summary>
    public object? Invoke(object?[] arguments)
    {
        const BindingFlags Flags = BindingFlags.DoNotWrapExceptions;
        if (method is ConstructorInfo constructor)
            return constructor.Invoke(Flags, null, arguments, null);
        return Receiver is null
            ? method.Invoke(target, Flags, null, arguments, null)
            : method.Invoke(arguments[0], Flags, null, arguments[1..], null);
    }
}
