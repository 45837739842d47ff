namespace Tangent;

/// <summary>A function between trees seen as one between lists of arrays. It remembers the form of its last result.</summary>
/// <param name="name">The public function that was called, for messages.</param>
/// <param name="function">The function.</param>
/// <param name="like">A tree of the argument's form.</param>
/// <param name="role">What may be in the result.</param>
/// <param name="passed">What a compiled function is called with.</param>
internal sealed class TreeFunction<TIn, TOut>(
    string name, Func<TIn, TOut> function, TIn like, TreeRole role = TreeRole.Result, IReadOnlyList<TreePart>? passed = null)
{
    private TOut? result;

    /// <summary>Calls the function on a tree that holds these arrays.</summary>
    public NDArray[] Call(NDArray[] leaves)
    {
        result = function(Tree.Rebuild(like, leaves));
        NDArray[] arrays = Tree.Arrays(name, role, result, passed);
        // A function that returns nothing at all was meant to return something.
        return result is null ? throw new ArgumentException($"{name}: the function returned null.", nameof(function)) : arrays;
    }

    /// <summary>A tree like the last result that holds other arrays.</summary>
    public TOut Result(IReadOnlyList<NDArray?> leaves) => Tree.Rebuild(result!, leaves);

    /// <summary>The places of the last result.</summary>
    public List<TreePart> ResultParts() => TreeReader.Read(name, role, result).Parts;

    /// <summary>The paths of the last result's arrays.</summary>
    public string[] ResultPaths() => TreePaths.Of(result);
}
