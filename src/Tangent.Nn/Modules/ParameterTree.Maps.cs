namespace Tangent.Layers;

public sealed partial class ParameterTree
{
    /// <summary>A tree with the function's result for each array.</summary>
    public ParameterTree Map(Func<NDArray, NDArray> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Map((_, array) => function(array));
    }

    /// <summary>A tree with the function's result for each path and array.</summary>
    public ParameterTree Map(Func<string, NDArray, NDArray> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var results = new NDArray[arrays.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = function(paths[i], arrays[i]) ?? throw new ArgumentException($"Map: the function returned null for '{paths[i]}'.", nameof(function));
        return new(paths, results);
    }

    /// <summary>A tree with the function's result for the arrays of two trees at each path.</summary>
    /// <exception cref="ArgumentException">The trees have not the same paths.</exception>
    public ParameterTree Map(ParameterTree other, Func<NDArray, NDArray, NDArray> function)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(function);
        if (other.paths.FirstOrDefault(path => !ContainsKey(path)) is { } unknown)
            throw new ArgumentException($"Map: the first tree has no array '{unknown}'.", nameof(other));
        return Map((path, array) => function(array, other.TryGetValue(path, out NDArray? partner) ? partner : throw new ArgumentException($"Map: the second tree has no array '{path}'.", nameof(other))));
    }

    /// <summary>The arrays whose paths a function chooses.</summary>
    public ParameterTree Where(Func<string, bool> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        int[] left = [.. Enumerable.Range(0, paths.Length).Where(i => chosen(paths[i]))];
        return new(System.Array.ConvertAll(left, i => paths[i]), System.Array.ConvertAll(left, i => arrays[i].Share()));
    }

    /// <summary>All arrays of both trees; where both have one, that of the other.</summary>
    public ParameterTree Merge(ParameterTree other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var merged = new OrderedDictionary<string, NDArray>(this);
        foreach ((string path, NDArray array) in other)
            merged[path] = array;
        return new(merged);
    }

    /// <summary>The root of the sum of squares of all elements, a scalar, in float32 for narrower types; 0 for a tree without arrays.</summary>
    public NDArray Norm() => arrays.Length == 0 ? 0.0 : Mx.Sqrt(arrays.Select(SumOfSquares).Aggregate((sum, square) => sum + square));

    /// <summary>Writes the arrays to a <c>.safetensors</c> or <c>.npz</c> file.</summary>
    /// <param name="file">The file; its ending says which it is.</param>
    /// <param name="metadata">Texts beside them; not for npz.</param>
    /// <exception cref="ArgumentException">Another ending.</exception>
    public void Save(string file, FileMetadata? metadata = null) => WeightFile.Save("Save", file, this, metadata);

    /// <summary>The arrays whose paths begin so, under what is left of their paths.</summary>
    internal ParameterTree Inside(string prefix)
    {
        int[] left = [.. Enumerable.Range(0, paths.Length).Where(i => paths[i].StartsWith(prefix, StringComparison.Ordinal))];
        return new(System.Array.ConvertAll(left, i => paths[i][prefix.Length..]), System.Array.ConvertAll(left, i => arrays[i]));
    }

    private static NDArray SumOfSquares(NDArray array)
    {
        NDArray size = Mx.Abs(array);
        return Mx.Sum(Mx.Square(size.DType.IsHalf || !size.DType.IsInexact ? Mx.AsType(size, DType.Float32) : size));
    }

    /// <summary>Other handles on the same arrays.</summary>
    internal ParameterTree Share() => new(paths, NDArray.Share(arrays));
}
