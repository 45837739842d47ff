using System.Text.RegularExpressions;

namespace Search;

/// <summary>The sentences of a book.</summary>
internal static class Book
{
    /// <summary>Those of Moby Dick, a file for each chapter.</summary>
    public static string[] Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "chapter_*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => Regex.Split(Regex.Replace(File.ReadAllText(file), @"\s+", " "), @"(?<=[.!?][""”’]?)\s+(?=[A-Z“""])"))
            .Where(sentence => sentence.Length is > 30 and < 400),
    ];

    /// <summary>Some sentences of our own.</summary>
    public static string[] Small() =>
    [
        "The captain walked the deck in silence.", "A white whale rose out of the water.", "They ate soup and bread at the inn.",
        "The harpooneer threw his iron at the beast.", "It rained the whole night through.", "The cook told us about his soup.",
    ];
}
