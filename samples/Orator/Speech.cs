using System.Text;
using Tangent;
using Tangent.Layers;

namespace Orator;

/// <summary>Speech that a model makes, byte by byte, each drawn as likely as the model holds it.</summary>
internal static class Speech
{
    private const double Temperature = 0.8;

    /// <summary>Goes on from a beginning, for so many bytes; with caches or, much slower, all anew for each.</summary>
    public static byte[] Of(Speaker speaker, string beginning, int count, bool isCached, NDArray key)
    {
        var speech = new List<byte>(Encoding.UTF8.GetBytes(beginning));
        KeyValueCache[]? caches = isCached ? speaker.Caches() : null;
        int read = 0;
        foreach (NDArray draw in Mx.Random.Split(key, count))
        {
            byte[] unread = [.. speech.Skip(isCached ? read : 0)];
            NDArray scores = speaker.Call(Mx.Array<byte>(unread, (1, unread.Length)), caches)[0, ^1];
            read = speech.Count;
            speech.Add((byte)Mx.Random.Categorical(scores / Temperature, key: draw).Item<uint>());
        }
        return [.. speech];
    }
}
