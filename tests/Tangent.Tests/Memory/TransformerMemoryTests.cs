using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>A stack of transformer blocks: what <c>Checkpoint</c> saves of the memory that the gradients of all weights need.</summary>
[Collection("peak memory")]
public class TransformerMemoryTests
{
    private const int Blocks = 24;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CheckpointedBlocksNeedAQuarter(bool isCompiled)
    {
        var plain = new Transformer(Blocks, isCheckpointed: false);
        double whole = PeakOf(plain, isCompiled);
        Peak.AtMost(whole / 4, PeakOf(new Transformer(Blocks, isCheckpointed: true), isCompiled), $"a checkpointed transformer beside {whole:0.0} MB plain");
    }

    private static double PeakOf(Transformer transformer, bool isCompiled)
    {
        Func<NDArray[], NDArray[]> gradient = Mx.Grad<NDArray[]>(transformer.Loss);
        if (isCompiled)
            gradient = Mx.Compile(gradient);
        return Peak.Of(() => gradient(transformer.Parameters));
    }
}
