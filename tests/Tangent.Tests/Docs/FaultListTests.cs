using System.Text.RegularExpressions;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Docs;

/// <summary>Known faults, which <c>./dev mutants</c> puts in, still fit the sources: what an entry replaces stands there once, and its tests exist.</summary>
public partial class FaultListTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "mutants", "faults.txt"));

    [Fact]
    public void WhatEveryFaultReplacesStandsOnceInItsFile()
    {
        int count = 0;
        for (int i = 0; i < Lines.Length; i++)
        {
            if (!Lines[i].StartsWith("# ", StringComparison.Ordinal))
                continue;
            string name = Lines[i][2..], source = File.ReadAllText(Path.Combine(Repository.Root, Lines[++i]));
            for (i++; Lines[i].StartsWith('-');)
            {
                string old = Block(ref i, '-'), changed = Block(ref i, '+');
                Assert.True(source.Split(old).Length == 2, $"{name}: in its file these lines do not stand once:\n{old}");
                Assert.NotEqual(old, changed);
                source = source.Replace(old, changed, StringComparison.Ordinal);
            }
            Assert.StartsWith("! ", Lines[i]);
            count++;
        }
        Assert.True(count > 100);
    }

    [Fact]
    public void TheTestsOfEveryFaultExist()
    {
        var sources = new Dictionary<string, string>();
        foreach (string line in Lines.Where(line => line.StartsWith("! ", StringComparison.Ordinal)))
        {
            string[] parts = line.Split(' ', 3);
            if (!sources.TryGetValue(parts[1], out string? text))
                sources[parts[1]] = text = SourcesOf(parts[1]);
            foreach (Match name in Names().Matches(parts[2]))
                Assert.True(text.Contains(name.Value, StringComparison.Ordinal), $"{line}: there is no {name.Value}");
        }
    }

    private static string SourcesOf(string project) => string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "tests", project), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(path => path + File.ReadAllText(path)));

    private static string Block(ref int i, char mark)
    {
        int first = i;
        while (Lines[i].StartsWith(mark))
            i++;
        return string.Join('\n', Lines[first..i].Select(line => line[1..]));
    }

    // The words of a full name, each of which some source has.
    [GeneratedRegex(@"(?<=FullyQualifiedName~[\w.]*)\w+")]
    private static partial Regex Names();
}
