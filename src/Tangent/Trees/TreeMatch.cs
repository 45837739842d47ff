namespace Tangent;

/// <summary>Reads a tree of tangents along the tree of its primals, or of cotangents along that of the outputs.</summary>
/// <param name="function">The function that was called, for messages.</param>
/// <param name="role">What the arrays are: <c>tangent</c> or <c>cotangent</c>.</param>
/// <param name="partner">What they belong to: <c>primal</c> or <c>output</c>.</param>
internal sealed class TreeMatch(string function, string role, string partner)
{
    private bool isOfDerivatives = true;
    private readonly List<NDArray?> leaves = [];

    // Set where there are trees: a function of one array loads nothing of them.
    private List<TreePart> like = null!;
    private List<TreePart> given = null!;
    private int at;
    private int next;

    /// <summary>One entry for each array of <paramref name="like"/>; an empty place gives nulls for what belongs there.</summary>
    public NDArray?[] Read<TLike, T>(TLike like, T tree)
    {
        if (typeof(TLike) == typeof(NDArray) && like is NDArray && tree is null or NDArray)
            return [(NDArray?)(object?)tree];
        this.like = TreeReader.Read(function, TreeRole.Argument, like).Parts;
        given = TreeReader.Read(function, TreeRole.Derivative, tree).Parts;
        Match("", isInside: false);
        return [.. leaves];
    }

    /// <summary>The same for trees that hold no derivatives: what belongs to integers counts too.</summary>
    public NDArray?[] ReadAll<TLike, T>(TLike like, T tree)
    {
        isOfDerivatives = false;
        return Read(like, tree);
    }

    // One place of each tree: after it, both stand behind it.
    private void Match(string path, bool isInside)
    {
        TreePart place = like[at], value = given[next];
        if (value.Kind == TreePartKind.Missing)
        {
            SkipLike();
            next++;
        }
        else if (place.Kind == TreePartKind.Begin)
            MatchBranches(path, place, value);
        else
            MatchLeaf(path, place, value, isInside);
    }

    private void MatchLeaf(string path, TreePart place, TreePart value, bool isInside)
    {
        if (place.Kind == TreePartKind.Array)
        {
            if (value.Value is not NDArray array)
                throw Mismatch(path, place, value);
            var like = (NDArray)place.Value!;
            if (isInside && isOfDerivatives && array.Shape != like.Shape)
                throw new ArgumentException($"{function}: the {role} '{path}' has shape {array.Shape}, its {partner} has {like.Shape}.", role + "s");
            leaves.Add(isInside && isOfDerivatives && IsOfNoDerivative(like, array) ? null : array);
        }
        else if (place.Kind == TreePartKind.Missing && value.Kind != TreePartKind.Static)
            throw new ArgumentException($"{function}: the {role}{At(path)} belongs to an empty {partner}.", role + "s");
        at++;
        next++;
    }

    // An integer in a record has an integer in the record of its tangents, as Grad returns it.
    private static bool IsOfNoDerivative(NDArray primal, NDArray tangent) => !primal.DType.IsInexact && tangent.Spec == primal.Spec;

    private void MatchBranches(string path, TreePart place, TreePart value)
    {
        bool isCustom = place.Value is ITree;
        if (value.Kind != TreePartKind.Begin || isCustom != value.Value is ITree || (isCustom && place.Value!.GetType() != value.Value!.GetType()))
            throw Mismatch(path, place, value);
        Dictionary<string, int> places = Children(given, next);
        RequireNames(path, [.. Children(like, at).Keys], [.. places.Keys]);
        int end = End(given, next);
        at++;
        while (like[at].Kind != TreePartKind.End)
        {
            string name = like[at].Name;
            next = places[name];
            Match(TreeNames.Join(path, name), isInside: true);
        }
        at++;
        next = end + 1;
    }

    private void RequireNames(string path, string[] names, string[] found)
    {
        bool areIndices = names.Concat(found).All(name => name.Length > 0 && char.IsAsciiDigit(name[0]));
        if (areIndices && names.Length != found.Length)
            throw new ArgumentException($"{function}: {found.Length} {role}s for {names.Length} {partner}s{At(path)}.", role + "s");
        if (names.Except(found).FirstOrDefault() is { } missing)
            throw new ArgumentException($"{function}: there is no {role} for the {partner} '{TreeNames.Join(path, missing)}'; null stands for none.", role + "s");
        if (found.Except(names).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"{function}: the {role} '{TreeNames.Join(path, unknown)}' belongs to no {partner}.", role + "s");
    }

    private void SkipLike()
    {
        int end = End(like, at);
        for (; at <= end; at++)
            if (like[at].Kind == TreePartKind.Array)
                leaves.Add(null);
    }

    // The places directly inside a tree, by name.
    private static Dictionary<string, int> Children(List<TreePart> parts, int begin)
    {
        var children = new Dictionary<string, int>();
        for (int i = begin + 1; parts[i].Kind != TreePartKind.End; i = End(parts, i) + 1)
            if (!children.TryAdd(parts[i].Name, i) && parts[i].Kind != TreePartKind.Static)
                throw new InvalidOperationException($"{TypeName.Of(parts[begin].Value!.GetType())}.Accept: two members are named '{parts[i].Name}'.");
        return children;
    }

    // Where the place ends that begins here.
    private static int End(List<TreePart> parts, int begin)
    {
        int depth = 0, i = begin;
        for (; ; i++)
        {
            depth += parts[i].Kind switch { TreePartKind.Begin => 1, TreePartKind.End => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
    }

    private static string At(string path) => path.Length == 0 ? "" : $" at '{path}'";

    private ArgumentException Mismatch(string path, TreePart place, TreePart value) =>
        new($"{function}: a {role} of type {Name(value)} belongs to a {partner} of type {Name(place)}{At(path)}.", role + "s");

    private static string Name(TreePart part) => part.Value is { } value ? TypeName.Of(value.GetType()) : "null";
}
