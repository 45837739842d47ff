namespace Tangent;

/// <summary>A function between trees seen as one between lists of arrays. It remembers the form of its last result.</summary>
internal sealed class TreeFunction<TIn, TOut>(Func<TIn, TOut> function, TIn like)
{
    private TOut? result;

    /// <summary>Calls the function on a tree that holds these arrays.</summary>
    public NDArray[] Call(NDArray[] leaves)
    {
        result = function(Tree.Rebuild(like, leaves));
        return Tree.Flatten(result);
    }

    /// <summary>A tree like the last result that holds other arrays.</summary>
    public TOut Result(NDArray[] leaves) => Tree.Rebuild(result!, leaves);
}
