namespace Tangent;

/// <summary>Reads all places of a tree, and refuses what would be taken for something that it is not.</summary>
/// <param name="function">The public function that was called, for messages.</param>
/// <param name="role">What the tree is to it.</param>
internal sealed class TreeReader(string function, TreeRole role) : TreeVisitor(TreeAccess.Read)
{
    private readonly List<string> open = [];
    private readonly List<NDArray> arrays = [];
    private readonly List<bool> trained = [];

    /// <summary>All places, depth first.</summary>
    public List<TreePart> Parts { get; } = [];

    /// <summary>What a compiled function was called with: it may return that.</summary>
    public IReadOnlyList<TreePart> Passed { get; init; } = [];

    /// <summary>The arrays.</summary>
    public NDArray[] Arrays => [.. arrays];

    /// <summary>For each array whether it has a gradient: not an integer, nor a buffer.</summary>
    public bool[] Trained => [.. trained];

    /// <summary>Reads a tree.</summary>
    public static TreeReader Read<T>(string function, TreeRole role, T tree, IReadOnlyList<TreePart>? passed = null)
    {
        var reader = new TreeReader(function, role) { Passed = passed ?? [] };
        reader.Tree("", ref tree);
        return reader;
    }

    /// <inheritdoc/>
    public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
    {
        if (array is null)
        {
            Missing(name);
            return;
        }
        Parts.Add(new(TreePartKind.Array, name, array));
        arrays.Add(array);
        trained.Add(Effective(role) == ArrayRole.Parameter && array.DType.IsInexact);
    }

    /// <inheritdoc/>
    public override void Static<T>(string name, T value) => Parts.Add(new(TreePartKind.Static, name, value));

    /// <inheritdoc/>
    protected internal override void Begin(string name, object tree, Type type)
    {
        base.Begin(name, tree, type);
        Parts.Add(new(TreePartKind.Begin, name, tree, type));
        open.Add(name);
    }

    /// <inheritdoc/>
    protected internal override void End()
    {
        open.RemoveAt(open.Count - 1);
        Parts.Add(new(TreePartKind.End, "", null));
    }

    /// <inheritdoc/>
    internal override void Again(string name, SharedPlace place) => Static(name, place);

    /// <inheritdoc/>
    internal override void Missing(string name) => Parts.Add(new(TreePartKind.Missing, name, null));

    /// <inheritdoc/>
    internal override void Loose(string name, object value)
    {
        if (StaticValues.IsNumber(value) && role is TreeRole.Point)
            throw Refuse(name, value, $"carries no derivative: convert it to an NDArray, (NDArray)x, or write [Static] where a [Tree] type declares it");
        if (StaticValues.IsNumber(value) && role == TreeRole.Result)
            throw Refuse(name, value, "has lost its derivative: return the array from which it was read, or (NDArray) of the number");
        if (role == TreeRole.CompiledResult && !Passed.Any(part => part.Kind == TreePartKind.Static && part.Name == name && value.Equals(part.Value)))
            throw Refuse(name, value, "would be that of the first call in every call: return an array, what came as an argument in the same place, or a [Tree] type that declares it [Static]");
        Static(name, value);
    }

    /// <inheritdoc/>
    internal override void Unknown(string name, object value) => throw Refuse(name, value, UnknownAdvice.For(value.GetType()));

    private static string Article(string name) => $"{("AEIOU".Contains(name[0], StringComparison.Ordinal) ? "an" : "a")} {name}";

    private ArgumentException Refuse(string name, object value, string why)
    {
        string what = role switch
        {
            TreeRole.Point => "the point",
            TreeRole.Argument => "the argument",
            TreeRole.Derivative => "the tangent or cotangent",
            _ => "the function's result",
        };
        string path = TreeNames.Join(string.Join('.', open.Where(part => part.Length > 0)), name);
        string holds = path.Length == 0 ? $"{what} is" : $"{what} holds, at '{path}',";
        return new($"{function}: {holds} {Article(TypeName.Of(value.GetType()))}, which {why}.", role is TreeRole.Result or TreeRole.CompiledResult ? nameof(function) : "tree");
    }
}
