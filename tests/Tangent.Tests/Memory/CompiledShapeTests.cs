using System.Diagnostics;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>A compiled function that meets new shapes all the time takes no more from the system than twice what it needs.</summary>
[Collection("peak memory")]
[Trait("Category", "Extended")]
public class CompiledShapeTests
{
    private const int Lengths = 3_000, Width = 32, Hidden = 1024;

    private static readonly NDArray Rows = Layers.Normal(1, (Lengths, Width));
    private static readonly NDArray[] Weights = [Layers.Normal(2, (Width, Hidden), 0.05), Layers.Normal(3, (Hidden, Width), 0.05)];

    [Fact]
    public void IncreasingBatchesTakeTwiceWhatIsInUse() => Peak.OnItsThread(() =>
    {
        Func<NDArray[], NDArray[]> gradient = Mx.Compile(x => Mx.Grad<NDArray[]>(weights => Loss(x[0], weights))([x[1], x[2]]));
        Mx.Eval(gradient([Rows, .. Weights]));
        Mx.ClearCache();
        double before = Resident();
        Mx.ResetPeakMemory();
        for (int length = 1; length <= Lengths; length++)
            Mx.Eval(gradient([Rows[..length], .. Weights]));
        double resident = Resident() - before, used = (Mx.GetPeakMemory() + GC.GetTotalMemory(false)) / (double)Peak.Megabyte;
        Peak.AtMost(2 * used, resident, $"resident memory taken by {Lengths} lengths, {used:0} MB in use at the most");
    });

    private static NDArray Loss(NDArray x, NDArray[] weights) => Mx.Mean(Mx.Square(Mx.MatMul(Mx.Tanh(Mx.MatMul(x, weights[0])), weights[1]) - x));

    private static double Resident()
    {
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64 / (double)Peak.Megabyte;
    }
}
