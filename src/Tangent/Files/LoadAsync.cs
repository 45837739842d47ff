namespace Tangent;

public static partial class Mx
{
    /// <summary>Reads the array of a <c>.npy</c> file on other threads, with all its elements.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Gets the share of the file that was read, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <exception cref="FileFormatException">In the task: as <see cref="Load(string)"/>.</exception>
    public static Task<NDArray> LoadAsync(string path, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileWatch(progress, cancellation).Run(() =>
        {
            NDArray array = Load(path);
            Evaluator.Evaluate("LoadAsync", [array.Node], cancellation);
            return array;
        });
    }

    /// <summary>Reads the arrays of a <c>.safetensors</c>, <c>.npz</c> or <c>.gguf</c> file on other threads, with all their elements; those of an unknown type fail when they are asked for.</summary>
    /// <param name="path">The file, or an index of several.</param>
    /// <param name="progress">Gets the share of the files that was read, from 0 to 1.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <exception cref="FileFormatException">In the task: as <see cref="LoadArrays(string)"/>.</exception>
    public static Task<LoadedArrays> LoadArraysAsync(string path, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileWatch(progress, cancellation).Run(() =>
        {
            LoadedArrays arrays = LoadArrays(path);
            Evaluator.Evaluate("LoadArraysAsync", NDArray.NodesOf(arrays.Readable()), cancellation);
            return arrays;
        });
    }
}
