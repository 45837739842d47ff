using Tangent;
using Tangent.Fuzz;

// hunt NAME MINUTES FOLDER: changed files for so long, by itself; afl NAME: one for afl-fuzz; seeds NAME FOLDER: what it begins with;
// read NAME FILE: a file that was kept.
switch (args)
{
    case ["hunt", var name, var minutes, var folder]:
        var duration = TimeSpan.FromMinutes(double.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture));
        return new Hunt(Named(name), folder, seed: 1).Run(duration) == 0 ? 0 : 1;
    case ["afl", var name]:
        Target target = Named(name);
        SharpFuzz.Fuzzer.OutOfProcess.Run(stream => Guarded(target, ReadToEnd(stream)));
        return 0;
    case ["seeds", var name, var folder]:
        Directory.CreateDirectory(folder);
        foreach ((int i, byte[] seed) in Named(name).Seeds().Index())
            File.WriteAllBytes(Path.Combine(folder, $"{i:000}"), seed);
        return 0;
    case ["read", var name, var file]:
        _ = new Coverage();
        Named(name).Read(File.ReadAllBytes(file));
        return 0;
    case ["names"]:
        Console.WriteLine(string.Join('\n', Target.All.Select(target => target.Name)));
        return 0;
    default:
        Console.Error.WriteLine("./dev fuzz [MINUTES] [NAME]");
        return 2;
}

static Target Named(string name) => Array.Find(Target.All, target => target.Name == name)
    ?? throw new ArgumentException($"There is no reader '{name}'; there are {string.Join(", ", Target.All.Select(target => target.Name))}.");

static byte[] ReadToEnd(Stream stream)
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}

static void Guarded(Target target, byte[] bytes)
{
    try
    {
        target.Read(bytes);
    }
    catch (Exception error) when (error is FileFormatException or IOException)
    {
    }
}
