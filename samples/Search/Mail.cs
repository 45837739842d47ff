using System.Text.RegularExpressions;
using Tangent;

namespace Search;

/// <summary>Messages and whether they are spam.</summary>
internal sealed record Mail(string[] Texts, bool[] AreSpam)
{
    private const int MostCharacters = 1200;

    /// <summary>Messages in a fixed shuffled order, of which the last part is held out.</summary>
    public (Mail Training, Mail HeldOut) Split(double heldOut)
    {
        int[] order = [.. Enumerable.Range(0, Texts.Length)];
        new Random(5).Shuffle(order);
        int count = (int)(Texts.Length * (1 - heldOut));
        return (Of(order[..count]), Of(order[count..]));
    }

    /// <summary>Their labels, float32 [n]: 1 for spam.</summary>
    public NDArray Labels => Mx.Array<float>([.. AreSpam.Select(isSpam => isSpam ? 1f : 0f)], AreSpam.Length);

    /// <summary>The messages of SpamAssassin, a file each in folders by kind: subject and body, without the rest of the header, in which the answer may stand.</summary>
    public static Mail Read(string folder)
    {
        (string Text, bool IsSpam)[] all = [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Body(File.ReadAllText(file)), Path.GetFileName(Path.GetDirectoryName(file))!.StartsWith("spam", StringComparison.Ordinal)))];
        return new([.. all.Select(mail => mail.Text)], [.. all.Select(mail => mail.IsSpam)]);
    }

    /// <summary>Messages from a pattern book, in which spam and others have some words in common.</summary>
    public static Mail Made()
    {
        string[] spam = ["win", "money", "now", "offer", "free", "click", "prize", "cheap"], ham = ["meeting", "report", "tomorrow", "patch", "kernel", "lunch", "list", "thanks"];
        string[] both = ["the", "you", "for", "please", "is", "with", "today", "we", "your", "about"];
        var random = new Random(11);
        var texts = new string[600];
        var areSpam = new bool[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            areSpam[i] = i % 3 == 0;
            string[] own = areSpam[i] ? spam : ham;
            texts[i] = string.Join(' ', Enumerable.Range(0, 12).Select(_ => random.Next(3) == 0 ? own[random.Next(own.Length)] : both[random.Next(both.Length)]));
        }
        return new(texts, areSpam);
    }

    private Mail Of(int[] places) => new([.. places.Select(i => Texts[i])], [.. places.Select(i => AreSpam[i])]);

    private static string Body(string message)
    {
        int end = message.IndexOf("\n\n", StringComparison.Ordinal);
        string header = end < 0 ? message : message[..end], body = end < 0 ? "" : message[end..];
        Match subject = Regex.Match(header, "^Subject: (.*)$", RegexOptions.Multiline);
        string text = Regex.Replace(Regex.Replace(body, "<[^>]*>", " "), @"\s+", " ");
        text = $"{subject.Groups[1].Value} {text}";
        return text.Length <= MostCharacters ? text : text[..MostCharacters];
    }
}
