using System.Globalization;

namespace Tangent;

/// <summary>Exported functions in a safetensors file: constants as its arrays, and the graphs in its metadata.</summary>
internal static class FunctionFile
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private const string MetadataName = "tangent.function";

    /// <summary>What is to be written.</summary>
    public static FileContent Prepare(string function, IReadOnlyList<ExportedSignature> signatures, IReadOnlyList<NDArray> constants)
    {
        var arrays = new Dictionary<string, NDArray>();
        for (int i = 0; i < constants.Count; i++)
            arrays.Add(NameOf(i), constants[i]);
        return SafetensorsFile.Prepare(function, arrays, new FileMetadata { [MetadataName] = GraphWriter.Write(signatures, constants) });
    }

    /// <summary>The function in a file.</summary>
    public static ImportedFunction Load(ByteSource source)
    {
        LoadedArrays file = SafetensorsFile.Load(source);
        if (!file.Metadata.TryGetValue(MetadataName, out MetadataValue? text))
            throw source.Error(SafetensorsHeader.Prefix, "the file holds arrays and no function: Mx.LoadArrays reads it");
        (ExportedSignature[] signatures, NDArray[] constants) = GraphReader.Read(source, text.Text!, (part, specs) => Constants(file, part, specs));
        return new(signatures, constants);
    }

    private static NDArray[] Constants(LoadedArrays file, JsonPart part, ArraySpec[] specs)
    {
        if (file.Count != specs.Length)
            throw part.Error(FormattableString.Invariant($"are {specs.Length}, and the file has {file.Count} arrays"));
        var constants = new NDArray[specs.Length];
        for (int i = 0; i < constants.Length; i++)
        {
            if (!file.TryGetValue(NameOf(i), out NDArray? array))
                throw part.Error($"need an array \"{NameOf(i)}\", which the file lacks");
            if (array.Spec != specs[i])
                throw part.Error($"say that \"{NameOf(i)}\" is {specs[i]}, and in the file it is {array.Spec}");
            constants[i] = array;
        }
        return constants;
    }

    private static string NameOf(int constant) => string.Create(CultureInfo.InvariantCulture, $"constant.{constant}");
}
