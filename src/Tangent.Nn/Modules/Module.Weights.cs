namespace Tangent.Layers;

public abstract partial class Module
{
    /// <summary>Loads parameters and buffers from a <c>.safetensors</c>, <c>.npz</c> or <c>.gguf</c> file: all or none. The types of the elements are the file's.</summary>
    /// <param name="file">The file, or an index of several.</param>
    /// <param name="strict">False to let places without an array be, and arrays without a place.</param>
    /// <returns>What was missing and what was unexpected.</returns>
    /// <exception cref="ArgumentException">Names do not fit, or a shape; the message names all of them.</exception>
    [Mlx("nn.Module.load_weights")]
    public LoadReport LoadWeights(string file, bool strict = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return Load(file, Mx.LoadArrays(file), strict);
    }

    /// <summary>Takes parameters and buffers from arrays by path: all or none.</summary>
    /// <param name="weights">The arrays.</param>
    /// <param name="strict">False to let places without an array be, and arrays without a place.</param>
    /// <returns>What was missing and what was unexpected.</returns>
    /// <exception cref="ArgumentException">Names do not fit, or a shape; the message names all of them.</exception>
    public LoadReport LoadWeights(IReadOnlyDictionary<string, NDArray> weights, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Load("what is given", weights, strict);
    }

    /// <summary>Writes parameters and buffers to a <c>.safetensors</c> or <c>.npz</c> file.</summary>
    /// <param name="file">The file; its ending says which it is.</param>
    /// <param name="metadata">Texts beside them; not for npz.</param>
    /// <exception cref="ArgumentException">Another ending.</exception>
    [Mlx("nn.Module.save_weights")]
    public void SaveWeights(string file, FileMetadata? metadata = null) =>
        WeightFile.Save("SaveWeights", file, ParameterCollector.Of("SaveWeights", this, isOfTrained: false), metadata);

    private LoadReport Load(string source, IReadOnlyDictionary<string, NDArray> weights, bool strict)
    {
        WeightMatch match = WeightMatch.Of("LoadWeights", source, this, weights, strict);
        Put(match.Found);
        return match.Report;
    }
}
