namespace Tangent;

/// <summary>Vectorised maps of functions of trees.</summary>
internal static class TreeVmap
{
    /// <summary>Maps a function over the examples of a tree.</summary>
    public static TOut Run<TIn, TOut>(Func<TIn, TOut> function, TIn x, VmapAxes inAxes, VmapAxes outAxes)
    {
        TreeReader read = TreeReader.Read("Vmap", TreeRole.Argument, x);
        int?[] axes = inAxes.Along(read.Parts, nameof(inAxes));
        var leaves = new TreeFunction<TIn, TOut>("Vmap", function, x);
        NDArray[] y = VectorizedMap.Run(leaves.Call, read.Arrays, axes, Along);
        return leaves.Result(y);

        int?[] Along() => outAxes.Along(leaves.ResultParts(), nameof(outAxes));
    }
}
