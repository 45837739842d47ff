using System.Globalization;
using Xunit;

namespace Tangent.Tests.Accuracy;

public class AccuracyTests
{
    // In units of n·ε, and of ε·log₂ n.
    private const double MostOfADecomposition = 4;
    private const double MostOfATransform = 3;

    [Fact]
    public void EveryDecompositionGivesItsMatrixBack()
    {
        Assert.True(BackwardErrors.Count >= 1000, "fewer than 1,000 matrices");
        string[] wrong = [.. BackwardErrors.Worst.Where(entry => !(entry.Value <= MostOfADecomposition)).Select(entry => $"{entry.Key}: {entry.Value:F2} n·ε")];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void FourierTransformsAreDirectSums()
    {
        string[] wrong = [.. FourierErrors.All.Where(entry => !(Math.Max(entry.Complex, entry.Real) <= MostOfATransform)).Select(entry => $"{entry}")];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void ThePublishedTableIsUpToDate()
    {
        Dictionary<string, double> numbers = AccuracyTable.Numbers.ToDictionary(entry => entry.Row, entry => entry.Number);
        if (Environment.GetEnvironmentVariable("TANGENT_UPDATE") == "1")
            File.WriteAllText(AccuracyTable.Document, AccuracyTable.Text(row => AccuracyTable.Bound(numbers[row])));
        Assert.True(File.Exists(AccuracyTable.Document), "docs/accuracy.md is not there: run ./dev update");
        string[] published = File.ReadAllLines(AccuracyTable.Document);
        string[] rows = AccuracyTable.Text(row => $"<{row}>").Split('\n');
        Assert.Equal(rows.Length, published.Length + 1);
        for (int i = 0; i < published.Length; i++)
            AssertHolds(rows[i].Split('|'), published[i].Split('|'), numbers);
    }

    // Cells are the same, or numbers that were not exceeded.
    private static void AssertHolds(string[] rows, string[] published, Dictionary<string, double> numbers)
    {
        Assert.Equal(rows.Length, published.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            string cell = rows[i].Trim();
            if (cell is not ['<', .. var row, '>'] || !numbers.TryGetValue(row, out double measured))
                Assert.Equal(cell, published[i].Trim());
            else
                Assert.True(
                    measured <= double.Parse(published[i], CultureInfo.InvariantCulture),
                    $"docs/accuracy.md is stale: {row} is {measured:F3}, not {published[i].Trim()} at most; run ./dev update if that is meant");
        }
    }
}
