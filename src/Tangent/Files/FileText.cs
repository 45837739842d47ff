using System.Text;

namespace Tangent;

/// <summary>Texts that are written to files.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a text. What stands for no letter is refused: in its place another would be read, and two names might become one.</summary>
    public static byte[] Utf8(string function, string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException error)
        {
            throw new ArgumentException($"{function}: half a pair of code units in a name or text stands for no letter.", error);
        }
    }
}
