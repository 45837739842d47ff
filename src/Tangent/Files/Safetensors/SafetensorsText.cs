using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Tangent;

/// <summary>Writes the header of a safetensors file as the format's own library does.</summary>
internal static class SafetensorsText
{
    // Arrays begin at a multiple of it.
    private const int Alignment = 8;

    /// <summary>The length and the text.</summary>
    public static byte[] Header(string function, (string Name, NDArray Array)[] arrays, FileMetadata? metadata)
    {
        var text = new StringBuilder("{");
        if (metadata is { Count: > 0 })
            AppendMetadata(function, text, metadata);
        long offset = 0;
        foreach ((string name, NDArray array) in arrays)
        {
            text.Append(text.Length > 1 ? "," : "");
            AppendText(text, name);
            text.Append(CultureInfo.InvariantCulture, $":{{\"dtype\":\"{SafetensorsType.Name(array.DType)}\",\"shape\":{array.Shape},\"data_offsets\":[{offset},{offset += array.NBytes}]}}");
        }
        text.Append('}');
        byte[] json = FileText.Utf8(function, text.ToString());
        byte[] header = new byte[SafetensorsHeader.Prefix + (json.Length + Alignment - 1) / Alignment * Alignment];
        header.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - SafetensorsHeader.Prefix);
        json.CopyTo(header, SafetensorsHeader.Prefix);
        return header;
    }

    private static void AppendMetadata(string function, StringBuilder text, FileMetadata metadata)
    {
        AppendText(text, SafetensorsFile.MetadataName);
        text.Append(":{");
        bool isFirst = true;
        foreach ((string key, MetadataValue value) in metadata)
        {
            text.Append(isFirst ? "" : ",");
            AppendText(text, key);
            text.Append(':');
            AppendText(text, value.Text ?? throw new ArgumentException(
                $"{function}: the metadata \"{key}\" are {(value.Texts is null ? "numbers" : "a list")}; a safetensors file holds texts alone.", nameof(metadata)));
            isFirst = false;
        }
        text.Append('}');
    }

    private static void AppendText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (char letter in text)
            AppendLetter(json, letter);
        json.Append('"');
    }

    private static void AppendLetter(StringBuilder json, char letter)
    {
        const string plain = "\"\\\b\f\n\r\t", escaped = "\"\\bfnrt";
        if (plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and int known)
            json.Append('\\').Append(escaped[known]);
        else if (letter < ' ')
            json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        else
            json.Append(letter);
    }
}
