using System.Globalization;
using Xunit;

namespace Tangent.Tests.Printing;

/// <summary>No text depends on the culture of the thread: not that of an array, a number, a plan, a limit, nor an error with a number that is not whole.</summary>
public class CultureTests
{
    public static TheoryData<string> Names => ["tr-TR", "de-DE", "sv-SE"];

    [Theory, MemberData(nameof(Names))]
    public void NoTextDependsOnTheCulture(string name)
    {
        string[] expected = In(CultureInfo.InvariantCulture);
        Assert.Equal(expected, In(Culture(name)));
        Assert.All(expected, text => Assert.True(text.Length > 0));
    }

    [Fact]
    public void TheCultureOfAProviderCounts()
    {
        Assert.Equal("[1,50]", Mx.Array([1.5]).ToString("f2", Culture("de-DE")));
        Assert.Equal("1,5-2,0j", new Complex64(1.5f, -2).ToString("f1", Culture("de-DE")));
    }

    private static string[] In(CultureInfo culture)
    {
        (CultureInfo before, CultureInfo beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return [.. Texts()];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }

    private static IEnumerable<string> Texts()
    {
        foreach (DType dtype in Enum.GetValues<DType>())
        {
            NDArray x = Mx.Array(new[] { -1.5, 1234567.25, 0.00001 }).AsType(dtype);
            yield return $"{x} {dtype.Name()} {dtype}";
            yield return dtype.IsInteger ? $"{x:d}" : $"{x:n2}";
        }
        yield return $"{new FInfo(DType.Float32)} {new IInfo(DType.Int8)}";
        foreach (double number in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1e-300, 1.7e308, -0.0 })
            yield return $"{(NDArray)new[] { number }} {(NDArray)new[] { number }:e3}";
        using (Mx.WithPrintOptions(3))
            yield return $"{Mx.Array([-1.5, 2])} {Mx.GetPrintOptions()}";
        yield return $"{new Complex64(-1.5f, -2.5f)} {(BFloat16)(-1.5f)} {new Shape([-1, 2])} {(Axes)(-1, 0)}";
        yield return Dump((Mx.Exp(Mx.Ones(3) * -1.5) - 2.25).Sum());
        yield return $"{new LayerNorm(1.5e-5)} {new Iota(-1.5, 2.5, 3, DType.Float64)}";
        yield return Message(() => Mx.Arange(0.5, 2, 0));
        yield return Message(() => Mx.CheckGrads(v => [Mx.StopGradient(v[0]) * v[0]], [Mx.Array([1.5])]));
        yield return Message(() => Mx.SetThreads(-1)).Split('(')[0];
        yield return Message(() => (Mx.Ones((1 << 21, 1 << 21)) * 2.0).Eval()).Split(':')[0];
        yield return $"{(NDArray)new[] { "1,5".Length, -7 }} {Mx.Array(new object[] { -1.5, 2, 3f })}";
    }

    private static string Dump(NDArray x)
    {
        PlanGraph graph = Decomposition.Of([x.Node]);
        graph.Keep(x.Node);
        return graph.Dump() + Plan.Build(graph).Dump();
    }

    private static string Message(Action action) => Assert.ThrowsAny<Exception>(action).Message.Split(" is ")[0];

    /// <summary>
    /// The culture, with its numbers written as far from the usual as any culture does, also where the system has no data of it: comma
    /// for point, another minus, other words for what is no number.
    /// </summary>
    private static CultureInfo Culture(string name)
    {
        CultureInfo known = CultureInfo.GetCultures(CultureTypes.AllCultures).FirstOrDefault(culture => culture.Name == name, CultureInfo.InvariantCulture);
        var culture = (CultureInfo)known.Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = ".",
            NegativeSign = name == "sv-SE" ? "\u2212" : "-",
            PositiveSign = "plus",
            NaNSymbol = "keine Zahl",
            PositiveInfinitySymbol = "\u221E",
            NegativeInfinitySymbol = "\u2212\u221E",
        };
        return culture;
    }
}
