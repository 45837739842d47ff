namespace Tangent;

/// <summary>The formats that files of arrays have, told by their first bytes.</summary>
internal enum FileKind
{
    /// <summary>No other.</summary>
    Safetensors,

    /// <summary>JSON that names files.</summary>
    Index,

    /// <summary>One array of NumPy.</summary>
    Npy,

    /// <summary>A zip archive of these.</summary>
    Npz,

    /// <summary>A model of ggml.</summary>
    Gguf,

    /// <summary>Objects of Python, as code.</summary>
    Pickle,
}
