namespace Tangent;

/// <summary>How a primitive is made of its parameters, and what its inputs must be.</summary>
internal sealed class PrimitiveForm
{
    private readonly Func<ParameterReader, Primitive> make;
    private readonly Action<Primitive, Node[]> require;

    private PrimitiveForm(Func<ParameterReader, Primitive> make, Action<Primitive, Node[]> require) => (this.make, this.require) = (make, require);

    /// <summary>A primitive and a rule for its inputs, which throws what it likes.</summary>
    public static PrimitiveForm Of<T>(Func<ParameterReader, T> make, Action<T, Node[]> require) where T : Primitive =>
        new(make, (primitive, x) => require((T)primitive, x));

    /// <summary>An operation on the elements of some arrays of one shape and type.</summary>
    public static PrimitiveForm Elements<T>(int inputs) where T : Primitive, new() =>
        new(_ => Shared<T>.Instance, (primitive, x) => InputRules.Elements(primitive, x, inputs));

    /// <summary>An operation on one array, whatever it is.</summary>
    public static PrimitiveForm Any<T>() where T : Primitive, new() => new(_ => Shared<T>.Instance, (_, x) => InputRules.Count(x, 1));

    /// <summary>The primitive.</summary>
    public Primitive Make(ParameterReader parameters)
    {
        Primitive primitive = make(parameters);
        parameters.RequireAllRead();
        return primitive;
    }

    /// <summary>Refuses inputs that it cannot have.</summary>
    public void Require(Primitive primitive, Node[] x) => require(primitive, x);
}
