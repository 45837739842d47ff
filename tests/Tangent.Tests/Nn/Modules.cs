namespace Tangent.Tests.Networks;

// In here, since the library has primitives of the same names, which the tests see.
using Tangent.Layers;

/// <summary>Two layers with a function between.</summary>
internal sealed partial class Mlp(int input, int hidden, int output) : Unary
{
    public Linear First { get; } = new(input, hidden);

    public Linear Second { get; } = new(hidden, output);

    public override NDArray Call(NDArray x) => Second.Call(Mx.Tanh(First.Call(x)));
}

/// <summary>Arrays and layers in every container that a module may have.</summary>
internal partial class Containers : Module
{
    public NDArray Weight { get; set; } = Mx.Array([1f, 2f]);

    public NDArray? Missing { get; set; }

    [Buffer]
    public NDArray Mean { get; set; } = Mx.Array([3f]);

    [Buffer]
    public List<NDArray> Cache { get; } = [Mx.Array([4f]), Mx.Array([5f])];

    [Static]
    public NDArray Constant { get; } = Mx.Array([6f]);

    public Linear[] Vector { get; } = [new(1, 1), new(1, 1, bias: false)];

    public List<Unary> List { get; } = [new Linear(1, 1), new Function(Mx.Tanh)];

    public IReadOnlyList<Linear> Interface { get; } = [new(1, 1)];

    public Dictionary<string, Linear> Named { get; } = new() { ["out"] = new(1, 1) };

    [Key("Wxh")]
    public (NDArray, Linear) Pair { get; set; } = (Mx.Array([7f]), new(1, 1));

    public double Factor { get; set; } = 2;

    public NDArray Call(NDArray x)
    {
        x = x * Weight[0] * Factor + Pair.Item1;
        foreach (Unary layer in Vector.Concat(List).Concat(Interface).Concat(Named.Values).Append(Pair.Item2))
            x = layer.Call(x);
        return x + Mean + Cache[0] + Constant;
    }
}

/// <summary>Adds to what it derives from.</summary>
internal sealed partial class More : Containers
{
    private readonly NDArray extra = Mx.Array([8f]);

    public NDArray Extra => extra;
}

/// <summary>One layer in two places.</summary>
internal sealed partial class Tied : Unary
{
    public Tied() => Decoder = Encoder;

    public Linear Encoder { get; } = new(3, 3);

    public Linear Decoder { get; set; }

    public override NDArray Call(NDArray x) => Decoder.Call(Mx.Tanh(Encoder.Call(x)));
}

/// <summary>Draws random numbers when it is called.</summary>
internal sealed partial class Noisy : Unary
{
    public Linear Inner { get; } = new(3, 3);

    public override NDArray Call(NDArray x) => Inner.Call(x) * Mx.Random.Uniform(shape: x.Shape);
}

/// <summary>Counts how often it was called.</summary>
internal sealed partial class Counter : Unary
{
    public NDArray Weight { get; set; } = Mx.Array([1f, 2f, 3f]);

    [Buffer]
    public NDArray Calls { get; set; } = 0f;

    public override NDArray Call(NDArray x)
    {
        Calls = Calls + Mx.Mean(x - x) + 1;
        return x * Mx.Tanh(Weight);
    }
}

/// <summary>Stands where a linear layer does.</summary>
internal sealed partial class Wide(int input, int output) : Linear(input, output);

/// <summary>May hold itself.</summary>
internal sealed partial class Loop : Module
{
    public Loop? Inner { get; set; }
}
