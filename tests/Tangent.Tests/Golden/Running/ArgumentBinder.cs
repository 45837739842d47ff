using System.Reflection;

namespace Tangent.Tests.Golden.Running;

/// <summary>Binds positional and named Python arguments to the parameters of C# overloads.</summary>
/// <param name="converter">Converts single arguments.</param>
public sealed class ArgumentBinder(ArgumentConverter converter)
{
    /// <summary>The call of the overload that fits best, or null if none does.</summary>
    public Func<object?>? Bind(
        IReadOnlyList<Callable> overloads, IReadOnlyList<GoldenValue> positional, IReadOnlyDictionary<string, GoldenValue> named)
    {
        Func<object?>? best = null;
        int least = int.MaxValue;
        foreach (Callable overload in overloads)
        {
            var call = new Call(converter, positional, named);
            if (call.Bind(overload) is not { } arguments || call.Cost >= least)
                continue;
            least = call.Cost;
            best = () => overload.Invoke(arguments);
        }
        return best;
    }

    /// <summary>True if a C# parameter has the name of a Python one, apart from case and underscores.</summary>
    private static bool IsNamed(ParameterInfo parameter, string name) =>
        string.Equals(parameter.Name, name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static object? Default(ParameterInfo parameter) =>
        parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    /// <summary>One attempt to bind.</summary>
    private sealed class Call(
        ArgumentConverter converter, IReadOnlyList<GoldenValue> positional, IReadOnlyDictionary<string, GoldenValue> named)
    {
        private readonly HashSet<string> unused = [.. named.Keys];
        private readonly List<object?> arguments = [];
        private int next;

        public int Cost { get; private set; }

        public object?[]? Bind(Callable callable)
        {
            if (callable.ElementType is { } element && !Matches(element))
                return null;
            if (callable.Receiver is { } receiver && !Take(receiver))
                return null;
            if (!callable.Parameters.All(Bind) || next < positional.Count || unused.Count > 0)
                return null;
            return [.. arguments];
        }

        private bool Bind(ParameterInfo parameter)
        {
            if (TakesRest(parameter) && BindRest(parameter))
                return true;
            if (next < positional.Count)
                return Take(parameter.ParameterType);
            if (unused.FirstOrDefault(name => IsNamed(parameter, name)) is { } name)
                return unused.Remove(name) && Add(converter.Convert(named[name], parameter.ParameterType));
            if (!parameter.HasDefaultValue)
                return false;
            arguments.Add(Default(parameter));
            return true;
        }

        // C# has named arguments after a list of arrays where Python has them after any number of arrays.
        private bool TakesRest(ParameterInfo parameter) => parameter.IsDefined(typeof(ParamArrayAttribute))
            || (parameter.ParameterType == typeof(NDArray[]) && positional.Skip(next).All(value => value is GoldenValue.Array));

        // The rest of the positional arguments one by one, unless they are one list.
        private bool BindRest(ParameterInfo parameter)
        {
            GoldenValue[] rest = [.. positional.Skip(next)];
            if (rest is [GoldenValue.Sequence or GoldenValue.Integers])
                return false;
            next = positional.Count;
            return Add(converter.Convert(new GoldenValue.Sequence(rest), parameter.ParameterType));
        }

        private bool Take(Type type) => next < positional.Count && Add(converter.Convert(positional[next++], type));

        private bool Add(Conversion? conversion)
        {
            arguments.Add(conversion?.Value);
            Cost += conversion?.Cost ?? 0;
            return conversion is not null;
        }

        private bool Matches(Type element) => positional is [GoldenValue.Array array, ..] && ClrTypes.Of(array.DType) == element;
    }
}
