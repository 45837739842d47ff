using Tangent.Tests.Files;
using Xunit;

namespace Tangent.Tests.Export;

public sealed class ExportToDotTests
{
    [Fact]
    public void TheGraphIsWritten()
    {
        NDArray x = Mx.Array([1f, 2f]);
        string text = Text(Mx.Exp(x) + x);
        Assert.Equal(
            """
            digraph {
              n0 [label="array\nfloat32[2]", shape=box];
              n1 [label="Exp\nfloat32[2]", shape=ellipse];
              n0 -> n1;
              n2 [label="Add\nfloat32[2]", shape=ellipse, style=bold];
              n1 -> n2;
              n0 -> n2;
            }

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void PartsLiteralsAndParametersAreNamed()
    {
        string text = Text(Mx.Linalg.Qr(Mx.Ones((2, 2)) * 2).Q);
        Assert.Contains("Qr\\nfloat32[2,2], float32[2,2]", text, StringComparison.Ordinal);
        Assert.Contains("BroadcastTo { Shape: [2,2] }", text, StringComparison.Ordinal);
        Assert.Contains("Output { Index: 0 }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAreEscaped()
    {
        NDArray start = new SliceStarts("a \"b\" \\ c\n} d", new Shape([4]), 0, new Shape([2])).Apply(Mx.Zeros(1, DType.Int64));
        string line = Text(start).Split('\n').Single(line => line.Contains("SliceStarts", StringComparison.Ordinal));
        Assert.Contains("""a \"b\" \\ c\n} d""", line, StringComparison.Ordinal);
    }

    [Fact]
    public void AComputedArrayIsABox()
    {
        NDArray y = Mx.Exp(Mx.Ones(2)).Eval();
        Assert.Equal(1, Text(y).Split('\n').Count(line => line.Contains("label", StringComparison.Ordinal)));
    }

    [Fact]
    public void AFileIsWritten()
    {
        using var folder = new TemporaryFolder();
        NDArray y = Mx.Exp(Mx.Ones(2));
        Mx.ExportToDot(folder["g.dot"], y, y);
        Assert.Equal(Text(y, y), File.ReadAllText(folder["g.dot"]));
        Assert.Throws<ArgumentNullException>(() => Mx.ExportToDot(folder["g.dot"], [null!]));
    }

    private static string Text(params NDArray[] outputs)
    {
        using var writer = new StringWriter();
        Mx.ExportToDot(writer, outputs);
        return writer.ToString();
    }
}
