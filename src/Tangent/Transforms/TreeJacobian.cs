namespace Tangent;

/// <summary>Jacobians between trees.</summary>
internal static class TreeJacobian
{
    /// <summary>Computes Jacobians in the arguments that <paramref name="chosen"/> names.</summary>
    public delegate (NDArray[] Y, NDArray[][] J) Mode(string name, Func<NDArray[], NDArray[]> function, NDArray[] x, int[] chosen, int? chunk);

    /// <summary>Of one array in all arrays of a tree.</summary>
    public static TIn InAll<TIn>(string name, Mode mode, Func<TIn, NDArray> function, TIn x, int? chunk)
    {
        var leaves = new TreeFunction<TIn, NDArray>(name, function, x);
        var point = new TreePoint<TIn>(name, x);
        (NDArray[] y, NDArray[][] j) = mode(name, leaves.Call, point.Arrays, point.Trained, chunk);
        return Rows(point, y, j)[0];
    }

    /// <summary>Of all arrays of a tree in all of another, under the paths of the former.</summary>
    public static Dictionary<string, TIn> OfAll<TIn, TOut>(string name, Mode mode, Func<TIn, TOut> function, TIn x, int? chunk)
    {
        var leaves = new TreeFunction<TIn, TOut>(name, function, x);
        var point = new TreePoint<TIn>(name, x);
        (NDArray[] y, NDArray[][] j) = mode(name, leaves.Call, point.Arrays, point.Trained, chunk);
        return Named(leaves.ResultPaths(), Rows(point, y, j));
    }

    /// <summary>Of the gradient of a scalar function.</summary>
    public static Dictionary<string, TIn> OfGradient<TIn>(string name, Func<TIn, NDArray> function, TIn x, int? chunk)
    {
        var leaves = new TreeFunction<TIn, NDArray>(name, function, x);
        var point = new TreePoint<TIn>(name, x);
        (NDArray[] y, NDArray[][] j) = Jacobian.Forward(name, v => Gradient.OfScalar(name, leaves.Call, v, point.Trained).Gradients, point.Arrays, point.Trained, chunk);
        string[] paths = TreePaths.Of(x);
        return Named([.. point.Trained.Select(i => paths[i])], Rows(point, y, j));
    }

    // What has no derivative has zeros of the shape that a derivative would have.
    private static TIn[] Rows<TIn>(TreePoint<TIn> point, NDArray[] y, NDArray[][] j) =>
        [.. j.Select((row, i) => point.Rebuild(row, array => Tangents.Zeros(new(new Shape([.. y[i].Shape.Lengths, .. array.Shape.Lengths]), array.DType))))];

    private static Dictionary<string, TIn> Named<TIn>(string[] paths, TIn[] rows)
    {
        var named = new Dictionary<string, TIn>(rows.Length);
        for (int i = 0; i < rows.Length; i++)
            named.Add(paths[i], rows[i]);
        return named;
    }
}
