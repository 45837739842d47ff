// Puts known faults into a copy of the sources, one at a time, and looks for a test that fails: ./dev mutants [NAME].
// faults.txt has them. Nothing of this is ever built into the project: the copy lies in a temporary folder.
using System.Diagnostics;
using System.Text.RegularExpressions;

string root = Directory.GetCurrentDirectory(), part = args.FirstOrDefault() ?? "";
Fault[] faults = [.. Fault.Read(Path.Combine(root, "tests", "mutants", "faults.txt")).Where(fault => fault.Name.Contains(part, StringComparison.OrdinalIgnoreCase))];
using var copy = new Copy(root);
copy.RequireGreen(faults);
Console.WriteLine("| fault | noticed by |\n| --- | --- |");
int unnoticed = 0;
foreach (Fault fault in faults)
{
    string[] failing = copy.Try(fault);
    unnoticed += failing.Length == 0 ? 1 : 0;
    string more = failing.Length > 1 ? $" and {failing.Length - 1} more" : "";
    Console.WriteLine($"| {fault.Name} | {(failing.Length == 0 ? "**nothing**" : failing[0] + more)} |");
}
Console.WriteLine($"\n{faults.Length - unnoticed} of {faults.Length} noticed");
return faults.Length == 0 || unnoticed > 0 ? 1 : 0;

/// <summary>Lines of a source file in place of others, and the tests that are to notice.</summary>
internal sealed record Fault(string Name, string File, (string Old, string New)[] Edits, string Project, string Filter)
{
    /// <summary>Reads entries of a line "# name", a path, edits, and "! project filter"; an edit is lines "-old" and then "+new".</summary>
    public static IEnumerable<Fault> Read(string path)
    {
        string[] lines = System.IO.File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("# ", StringComparison.Ordinal))
                continue;
            string name = lines[i][2..], file = lines[++i];
            var edits = new List<(string, string)>();
            for (i++; lines[i][0] == '-';)
                edits.Add((Block(lines, ref i, '-'), Block(lines, ref i, '+')));
            string[] test = lines[i].Split(' ', 3);
            yield return new Fault(name, file, [.. edits], test[1], test[2]);
        }
    }

    /// <summary>The source with the fault in it.</summary>
    public string In(string source)
    {
        foreach ((string old, string changed) in Edits)
        {
            int times = source.Split(old).Length - 1;
            if (times != 1)
                throw new InvalidOperationException($"{Name}: in {File} these lines stand {times} times, not once:\n{old}");
            source = source.Replace(old, changed, StringComparison.Ordinal);
        }
        return source;
    }

    private static string Block(string[] lines, ref int i, char mark)
    {
        int first = i;
        while (lines[i][0] == mark)
            i++;
        return string.Join('\n', lines[first..i].Select(line => line[1..]));
    }
}

/// <summary>The sources in a folder of their own.</summary>
internal sealed class Copy : IDisposable
{
    private static readonly string Binaries = Path.Combine("bin", "Release", "net10.0");
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly string folder = Directory.CreateTempSubdirectory("mutants").FullName;

    /// <summary>Copies what git knows, and what it does not ignore.</summary>
    public Copy(string root)
    {
        foreach (string file in Run(root, "git", "ls-files", "--cached", "--others", "--exclude-standard").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (File.Exists(Path.Combine(root, file)))
                File.Copy(Path.Combine(root, file), target);
        }
        // The tests look for the repository's root.
        Run(folder, "git", "init", "-q");
    }

    /// <summary>Builds the tests. Throws if a fault fits its source no longer, or if a test fails without any: it would notice whatever it were.</summary>
    public void RequireGreen(Fault[] faults)
    {
        foreach (Fault fault in faults)
            fault.In(File.ReadAllText(Path.Combine(folder, fault.File)));
        foreach (var project in faults.GroupBy(fault => fault.Project))
        {
            Build("the copy", Path.Combine("tests", project.Key));
            string[] failing = Failing("without a fault", project.Key, string.Join('|', project.Select(fault => $"({fault.Filter})").Distinct()));
            if (failing.Length > 0)
                throw new InvalidOperationException($"Without a fault these fail: {string.Join(", ", failing)}");
        }
    }

    /// <summary>The names of the tests that fail with this fault. A fault is within methods, so only its own project is built again.</summary>
    public string[] Try(Fault fault)
    {
        string path = Path.Combine(folder, fault.File), source = File.ReadAllText(path);
        string[] parts = fault.File.Split('/');
        string project = string.Join('/', parts[..2]), built = Path.Combine(folder, project, Binaries, parts[1] + ".dll");
        string used = Path.Combine(folder, "tests", fault.Project, Binaries, parts[1] + ".dll");
        byte[] right = File.ReadAllBytes(used);
        File.WriteAllText(path, fault.In(source));
        try
        {
            Build(fault.Name, project, "--no-restore", "--no-dependencies");
            File.Copy(built, used, overwrite: true);
            return Failing(fault.Name, fault.Project, fault.Filter);
        }
        finally
        {
            File.WriteAllText(path, source);
            File.WriteAllBytes(used, right);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Build(string name, string project, params string[] options)
    {
        var build = Run(folder, "dotnet", ["build", project, "-c", "Release", "--nologo", "-v", "q", "-clp:NoSummary", "-p:TreatWarningsAsErrors=false", .. options]);
        if (build.Code != 0)
            throw new InvalidOperationException($"{name} does not compile:\n{build.Output}");
    }

    private string[] Failing(string name, string project, string filter)
    {
        var run = Run(folder, "dotnet", "test", Path.Combine("tests", project, Binaries, project + ".dll"), "--nologo", "--filter", filter);
        if (run.Output.Contains("No test matches", StringComparison.Ordinal))
            throw new InvalidOperationException($"{name}: no test matches {filter}");
        string[] failing = [.. Regex.Matches(run.Output, @"^ +Failed (?<test>[\w.+`]+)(\((?<case>.*)\))? \[", RegexOptions.Multiline).Select(Named).Distinct()];
        return failing.Length > 0 || run.Code == 0 ? failing : [run.Code < 0 ? "the process, which did not end" : "the process, which broke off"];
    }

    // Class and method; of a law the sample too.
    private static string Named(Match match)
    {
        string test = string.Join('.', match.Groups["test"].Value.Split('.')[^2..]);
        return match.Groups["case"] is { Success: true, Value: { Length: < 60 } sample } ? $"{test}({sample})" : test;
    }

    private static (int Code, string Output) Run(string folder, string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        bool ended = process.WaitForExit(Longest);
        if (!ended)
            process.Kill(entireProcessTree: true);
        return (ended ? process.ExitCode : -1, output.GetAwaiter().GetResult());
    }
}
