using Tangent;

namespace Orator;

/// <summary>Models in files.</summary>
internal static class Files
{
    /// <summary>True if a model comes back from a safetensors and from a gguf file as it was.</summary>
    public static bool AreSame(Speaker speaker, Func<Speaker> another, string folder)
    {
        string safetensors = Path.Combine(folder, "orator.safetensors"), gguf = Path.Combine(folder, "orator.gguf");
        speaker.SaveWeights(safetensors);
        Mx.SaveGguf(gguf, speaker.Parameters());
        return IsSame(speaker, another(), safetensors) && IsSame(speaker, another(), gguf);
    }

    private static bool IsSame(Speaker speaker, Speaker other, string file)
    {
        other.LoadWeights(file);
        return speaker.Parameters().All(pair => Mx.ArrayEqual(pair.Value, other.Parameters()[pair.Key]).Item<bool>());
    }
}
