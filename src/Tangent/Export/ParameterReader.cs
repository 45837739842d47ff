using System.Globalization;
using Tangent.Kernels;

namespace Tangent;

/// <summary>The parameters of one primitive in a file. Each is asked for by its name, and none may be left.</summary>
internal sealed class ParameterReader(JsonPart parameters, IReadOnlyDictionary<string, Closure> functions)
{
    private readonly HashSet<string> read = [];

    /// <summary>A number.</summary>
    public int Integer(string name) => Take(name).Integer();

    /// <summary>A number.</summary>
    public double Number(string name) => Take(name).Number();

    /// <summary>A number or null.</summary>
    public double? NumberOrNull(string name) => NumberOrNull(Take(name));

    /// <summary>True or false.</summary>
    public bool Flag(string name) => Take(name).Flag();

    /// <summary>A text.</summary>
    public string Text(string name) => Take(name).Text();

    /// <summary>The bits of an element.</summary>
    public ulong Bits(string name)
    {
        JsonPart part = Take(name);
        return part.Text() is ['0', 'x', .. var digits] && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong bits)
            ? bits
            : throw part.Error("should be bits as 0x and digits");
    }

    /// <summary>An element type.</summary>
    public DType DType(string name)
    {
        JsonPart part = Take(name);
        return SpecText.Type(part.Text()) ?? throw part.Error("should be an element type");
    }

    /// <summary>A shape.</summary>
    public Shape Shape(string name) => Shape(Take(name));

    /// <summary>Numbers of axes, or other numbers.</summary>
    public Axes Axes(string name) => new(Integers(Take(name)));

    /// <summary>A number for each axis.</summary>
    public PerAxis PerAxis(string name) => Tangent.PerAxis.Create(Integers(Take(name)));

    /// <summary>A region.</summary>
    public Region Region(string name)
    {
        JsonPart part = Take(name);
        part.RequireOnly("start", "step", "lengths", "without");
        int[] start = Integers(part["start"]), step = Integers(part["step"]);
        Shape shape = Shape(part["lengths"]);
        int[] without = part["without"].Integers(0, shape.Rank);
        if (start.Length != shape.Rank || step.Length != shape.Rank)
            throw part.Error("should have a start, a step and a length for each axis");
        for (int i = 0; i < without.Length; i++)
            if (shape[without[i]] != 1 || (i > 0 && without[i] <= without[i - 1]))
                throw part.Error("should lack axes of length 1, in order");
        return new(start, step, shape, new Axes(without));
    }

    /// <summary>A window that moves.</summary>
    public PoolWindow PoolWindow(string name)
    {
        JsonPart part = Take(name);
        part.RequireOnly("size", "stride", "padding");
        return new(Along("size"), Along("stride"), Along("padding"));

        PerAxis Along(string field) => Tangent.PerAxis.Create(Integers(part[field]));
    }

    /// <summary>The masks that a product has.</summary>
    public BlockMasks BlockMasks(string name) => Enumeration<BlockMasks>(Take(name));

    /// <summary>How numbers are stored in few bits.</summary>
    public QuantizationMode QuantizationMode(string name) => Enumeration<QuantizationMode>(Take(name));

    /// <summary>The direction of a scan.</summary>
    public ScanDirection Direction(string name)
    {
        JsonPart part = Take(name);
        part.RequireOnly("axis", "reverse", "inclusive");
        return new(part["axis"].Integer(), part["reverse"].Flag(), part["inclusive"].Flag());
    }

    /// <summary>How updates meet elements.</summary>
    public ScatterMode ScatterMode(string name) => Enumeration<ScatterMode>(Take(name));

    /// <summary>Which inputs an attention has.</summary>
    public AttentionInputs AttentionInputs(string name) => Enumeration<AttentionInputs>(Take(name));

    /// <summary>A method for linear systems.</summary>
    public LinearSolver Solver(string name)
    {
        JsonPart part = Take(name);
        try
        {
            return Solver(part);
        }
        catch (ArgumentException error)
        {
            throw part.Error("has a number that no solver can have", error);
        }
    }

    /// <summary>A function that the primitive runs.</summary>
    public Closure Function(string name) => FunctionOrNull(name) ?? throw parameters.Error($"lacks the function \"{name}\"");

    /// <summary>A function that the primitive runs, if it has one.</summary>
    public Closure? FunctionOrNull(string name)
    {
        read.Add(name);
        return functions.GetValueOrDefault(name);
    }

    /// <summary>Refuses parameters and functions that nobody asked for.</summary>
    public void RequireAllRead()
    {
        foreach (string name in parameters.Fields().Select(field => field.Name).Concat(functions.Keys))
            if (!read.Contains(name))
                throw parameters.Error($"has a \"{name}\", which means nothing");
    }

    private JsonPart Take(string name)
    {
        read.Add(name);
        return parameters[name];
    }

    private static LinearSolver Solver(JsonPart part)
    {
        string kind = part["kind"].Text();
        if (kind == "Dense")
        {
            part.RequireOnly("kind");
            return LinearSolver.Dense;
        }
        part.RequireOnly(kind == "Gmres" ? ["kind", "tolerance", "maxIterations", "isSymmetric", "restart"] : ["kind", "tolerance", "maxIterations", "isSymmetric"]);
        double? tolerance = NumberOrNull(part["tolerance"]);
        int? steps = part["maxIterations"] is { IsNull: false } given ? given.Integer() : null;
        bool isSymmetric = part["isSymmetric"].Flag();
        return kind switch
        {
            "ConjugateGradients" => LinearSolver.ConjugateGradients(tolerance, steps, isSymmetric),
            "BiCgStab" => LinearSolver.BiCgStab(tolerance, steps, isSymmetric),
            "Gmres" => LinearSolver.Gmres(tolerance, steps, part["restart"].Integer(), isSymmetric),
            _ => throw part.Error($"is of an unknown kind, \"{kind}\""),
        };
    }

    private static double? NumberOrNull(JsonPart part) => part.IsNull ? null : part.Number();

    private static int[] Integers(JsonPart part) => part.Integers(int.MinValue, int.MaxValue);

    private static Shape Shape(JsonPart part)
    {
        int[] lengths = part.Integers(0, int.MaxValue);
        return lengths.Length <= FileShape.MostAxes ? new Shape(lengths) : throw part.Error("has more axes than any array");
    }

    private static T Enumeration<T>(JsonPart part) where T : struct, Enum => part.Text() is [(>= 'A' and <= 'Z'), ..] && Enum.TryParse(part.Text(), out T value) && value.ToString() == part.Text()
        ? value
        : throw part.Error($"should be a {typeof(T).Name}");
}
