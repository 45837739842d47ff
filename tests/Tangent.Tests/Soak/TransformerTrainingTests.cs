using System.Diagnostics;
using Tangent.Tests.Memory;
using Xunit;

namespace Tangent.Tests.Soak;

/// <summary>Plain training of a small transformer: the process needs no more memory after 8,000 steps than after 500.</summary>
[Collection("soak")]
[Trait("Category", "Extended")]
public class TransformerTrainingTests
{
    private const int Warm = 500, Steps = 8_000, Interval = 250;

    // The heap of the runtime breathes by this much.
    private const double Tolerance = 24;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResidentMemoryStaysFlat(bool isCompiled) => Peak.OnItsThread(() =>
    {
        var transformer = new Transformer(blocks: 2, isCheckpointed: false, batch: 8, length: 64);
        Func<NDArray[], NDArray[]> step = isCompiled ? Mx.Compile(parameters => Step(transformer, parameters)) : parameters => Step(transformer, parameters);
        NDArray[] parameters = transformer.Parameters;
        Mx.ClearCache();
        double warm = 0, most = 0;
        for (int i = 1; i <= Steps; i++)
        {
            parameters = step(parameters);
            Mx.Eval(parameters);
            if (i % Interval != 0)
                continue;
            if (i <= Warm)
                warm = Resident();
            most = Math.Max(most, Resident());
        }
        Peak.AtMost(warm + Tolerance, most, $"resident memory of {Steps} steps beside {warm:0} MB after {Warm}");
    });

    private static NDArray[] Step(Transformer transformer, NDArray[] parameters)
    {
        NDArray[] gradient = Mx.Grad<NDArray[]>(transformer.Loss)(parameters);
        return [.. parameters.Zip(gradient, (parameter, slope) => parameter - slope * 0.01)];
    }

    private static double Resident()
    {
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64 / (double)Peak.Megabyte;
    }
}
