using Tangent.Bench;
using Tangent.Bench.Harness;

if (args is ["worker"])
    return Worker.Run(() => new TangentLibrary());
try
{
    return Comparison.Run(Options.Parse(args));
}
catch (Exception error) when (error is ArgumentException or InvalidOperationException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
