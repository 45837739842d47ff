using Tangent.Bench;
using Tangent.Bench.Harness;

switch (args)
{
    case ["worker", "tangent", .. var programs]:
        return Worker.Run(() => new TangentLibrary(StartUpPrograms.At(programs)));
    case ["worker", "openblas"]:
        return Worker.Run(() => new OpenBlasLibrary());
    case ["worker", "fftw"]:
        return Worker.Run(() => new FftwLibrary());
    case ["worker", "limits"]:
        return Worker.Run(() => new LimitsLibrary());
}
try
{
    return args switch
    {
        ["memory", ..] => MemoryReport.Run(args),
        ["chain"] => ChainReport.Run(),
        _ => Comparison.Run(Options.Parse(args)),
    };
}
catch (Exception error) when (error is ArgumentException or InvalidOperationException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
