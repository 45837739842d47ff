namespace Tangent.Layers;

/// <summary>Files of weights.</summary>
internal static class WeightFile
{
    /// <summary>Writes arrays by path; the ending says in which format.</summary>
    public static void Save(string function, string file, ParameterTree arrays, FileMetadata? metadata)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        switch (Path.GetExtension(file))
        {
            case ".safetensors":
                Mx.SaveSafetensors(file, arrays, metadata);
                break;
            case ".npz" when metadata is null:
                Mx.SaveZ(file, arrays);
                break;
            case ".npz":
                throw new ArgumentException($"{function}: an npz file holds no metadata; write a safetensors file.", nameof(metadata));
            default:
                throw new ArgumentException($"{function}: {file} ends neither in .safetensors nor in .npz.", nameof(file));
        }
    }
}
