namespace Tangent.Bench;

/// <summary>The peak of a jvp through many layers, none of which is needed once the next one is there.</summary>
internal static class LayerMemory
{
    private const int Width = 512;
    private const long LayerBytes = 4L * Width * Width;

    private static readonly int[] Depths = [10, 100, 1000];

    public static bool IsConstant()
    {
        NDArray x = TangentLibrary.Uniform(1, Width, Width), dx = TangentLibrary.Uniform(2, Width, Width);
        NDArray weights = (TangentLibrary.Uniform(3, Width, Width) * (1 / Math.Sqrt(Width))).Eval();
        double[] buffers = [.. Depths.Select(layers => Buffers(layers, x, dx, weights))];
        return buffers.All(count => count <= buffers[0] + 1);
    }

    private static double Buffers(int layers, NDArray x, NDArray dx, NDArray weights)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Mx.ResetPeakMemory();
        long before = Mx.GetActiveMemory();
        (NDArray y, NDArray dy) = Mx.Jvp(Network, x, dx);
        Mx.Eval(y, dy);
        double buffers = (Mx.GetPeakMemory() - before) / (double)LayerBytes;
        Console.WriteLine(FormattableString.Invariant($"  n = {layers,4}: {buffers:0.0} buffers of a layer's size ({Resident.Text(LayerBytes)})"));
        return buffers;

        NDArray Network(NDArray h)
        {
            for (int i = 0; i < layers; i++)
                h = Mx.Tanh(Mx.MatMul(h, weights));
            return h;
        }
    }
}
