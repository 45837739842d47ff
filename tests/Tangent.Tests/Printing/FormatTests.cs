using System.Globalization;
using System.Reflection;
using Xunit;

namespace Tangent.Tests.Printing;

/// <summary>Formats of .NET's numbers, text without recursion, and what a debugger shows.</summary>
public class FormatTests
{
    [Fact]
    public void AFormatIsThatOfEachElement()
    {
        NDArray loss = 0.12345f;
        Assert.Equal("loss 0.123", $"loss {loss:f3}");
        Assert.Equal("[0.50, 1.25]", $"{Mx.Array([0.5, 1.25]):f2}");
        Assert.Equal("[[1.0, 2.0],\n [3.0, 4.0]]", $"{Mx.Array([[1, 2], [3, 4]]):f1}");
        Assert.Equal("[001, 012]", $"{Mx.Array([1, 12]):D3}");
        Assert.Equal("[1.2E+003]", $"{Mx.Array([1234f]):E1}");
        Assert.Equal("[True, False]", $"{Mx.Array([true, false]):f1}");
        Assert.Equal("[1.5+2.0j, 0.0-1.0j]", $"{Mx.Array([new Complex64(1.5f, 2), new Complex64(0, -1)]):f1}");
        Assert.Equal("[1.50]", $"{Mx.Array([1.5]).AsType(DType.BFloat16):f2}");
        Assert.Equal("[1.5, 2.5]", $"{Mx.Array([1.5, 2.5]).AsType(DType.Float16):g}");
        Assert.Equal("[0, 1, 2, ..., 7, 8, 9]", $"{Mx.Arange(10):d}");
        Assert.Equal("[]", $"{Mx.Zeros(0):f1}");
    }

    [Fact]
    public void WithoutAFormatItIsTheTextOfTheArray()
    {
        NDArray x = new[] { 1, 2 };
        Assert.Equal(x.ToString(), $"{x}");
        Assert.Equal(x.ToString(), x.ToString("", CultureInfo.InvariantCulture));
        Assert.Equal(x.ToString(), string.Format(CultureInfo.InvariantCulture, "{0}", x));
    }

    [Fact]
    public void AFormatThatTheNumbersDoNotHaveIsRefused() => Assert.Throws<FormatException>(() => $"{Mx.Ones(2):D3}");

    [Theory]
    [InlineData(100_000, 1), InlineData(100_000, 2)]
    public void AnArrayOfManyAxesPrints(int rank, int last)
    {
        int[] shape = Enumerable.Repeat(1, rank).ToArray();
        shape[^1] = last;
        string text = Mx.Reshape(Mx.Arange(last), shape).ToString();
        Assert.StartsWith("array([[[", text, StringComparison.Ordinal);
        Assert.EndsWith("]]], dtype=int32)", text, StringComparison.Ordinal);
        Assert.Equal(rank, text.Count(sign => sign == '['));
    }

    [Fact]
    public void ADebuggerShowsTheFirstValuesOfWhatIsThere()
    {
        NDArray x = Mx.Arange(12).Reshape(3, 4), small = Mx.Array([1.5f, 2f]);
        Assert.Equal("int32[3,4], not evaluated", Shown(x));
        Assert.Equal("int32[4,3], not evaluated", Shown(x.T));
        x.Eval();
        Assert.Equal("int32[3,4] { 0, 1, 2, 3, 4, 5, ... }", Shown(x));
        Assert.Equal("int32[4,3] { 0, 4, 8, 1, 5, 9, ... }", Shown(x.T.Eval()));
        Assert.Equal("float32[2] { 1.5, 2 }", Shown(small));
        Assert.Equal("float32[] { 3 }", Shown(((NDArray)3f).Eval()));
        Assert.Equal("float32[0,2] { }", Shown(Mx.Zeros((0, 2)).Eval()));
    }

    private static object? Shown(NDArray x) =>
        typeof(NDArray).GetProperty("DebuggerText", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(x);
}
