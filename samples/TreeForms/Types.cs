using Tangent;

namespace TreeForms;

/// <summary>A record with a place that may be empty, and a setting.</summary>
[Tree]
internal sealed partial record Spring(NDArray Stiffness, NDArray? Damping, [property: Static] double Step);

/// <summary>A record with a place that may be empty.</summary>
[Tree]
internal sealed partial record Layer(NDArray Weight, NDArray? Bias);

/// <summary>A class: get-only, private and public members.</summary>
[Tree]
internal sealed partial class Model(Layer first, Layer[] others)
{
    private readonly int width = 3;

    private Layer First { get; } = first;

    public Layer[] Others { get; } = others;

    public NDArray? Scale { get; set; }

    public string Name { get; init; } = "model";

    public int Width => width;
}

/// <summary>A record of anything.</summary>
[Tree]
internal sealed partial record Pair<T>(T First, T Second)
{
    public List<T> Rest { get; init; } = [];
}

/// <summary>A struct.</summary>
[Tree]
internal readonly partial record struct Point(NDArray X, NDArray Y);

/// <summary>What the generator would write, by hand.</summary>
internal sealed class Line(NDArray slope, NDArray offset) : ITree<Line>
{
    public NDArray Slope { get; } = slope;

    public NDArray Offset { get; } = offset;

    public Line Accept(TreeVisitor visitor)
    {
        NDArray? slope = Slope, offset = Offset;
        visitor.Array("slope", ref slope);
        visitor.Array("offset", ref offset);
        return visitor.Access == TreeAccess.Read ? this : new(slope!, offset!);
    }
}
