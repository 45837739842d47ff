namespace Tangent;

/// <summary>The point at which a function of a tree is differentiated.</summary>
internal sealed class TreePoint<T>
{
    private readonly T tree;

    /// <summary>Reads the point. One that holds no array is refused, and one that holds what could carry a derivative unseen.</summary>
    public TreePoint(string function, T tree)
    {
        this.tree = tree;
        if (typeof(T) == typeof(NDArray) && tree is NDArray array)
        {
            Arrays = [array];
            Trained = [0];
            return;
        }
        TreeReader reader = TreeReader.Read(function, TreeRole.Point, tree);
        Arrays = reader.Arrays;
        if (Arrays.Length == 0)
            throw new ArgumentException($"{function}: the point, {(tree is null ? "null" : $"a {TypeName.Of(tree.GetType())}")}, holds no array.", nameof(tree));
        bool[] trained = reader.Trained;
        Trained = System.Array.FindAll(Argnums.All(Arrays.Length), i => trained[i]);
        // A point of integers alone has no derivative, and whoever asks for it must hear so.
        if (Trained.Length == 0)
            Trained = Argnums.All(Arrays.Length);
    }

    /// <summary>The arrays of the point.</summary>
    public NDArray[] Arrays { get; }

    /// <summary>Those in which a gradient is taken: neither integers nor buffers.</summary>
    public int[] Trained { get; }

    /// <summary>The point's arrays with others in place of the trained ones.</summary>
    public NDArray[] With(NDArray[] trained)
    {
        NDArray[] all = [.. Arrays];
        for (int i = 0; i < trained.Length; i++)
            all[Trained[i]] = trained[i];
        return all;
    }

    /// <summary>A tree of the point's form with what belongs to the trained arrays; <paramref name="others"/> gives what the others have.</summary>
    public T Rebuild(NDArray[] ofTrained, Func<NDArray, NDArray>? others = null)
    {
        if (Trained.Length == Arrays.Length)
            return Tree.Rebuild(tree, ofTrained);
        NDArray[] all = System.Array.ConvertAll(Arrays, array => others is null ? Tangents.Zeros(array.Spec) : others(array));
        for (int i = 0; i < Trained.Length; i++)
            all[Trained[i]] = ofTrained[i];
        return Tree.Rebuild(tree, all);
    }
}
