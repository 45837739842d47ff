using Xunit;

namespace Tangent.Tests.Debugging;

/// <summary>What helps to find a mistake: printing, the search for a NaN, the count of traces.</summary>
public class DebuggingTests
{
    private static readonly NDArray X = Mx.Array([1f, 4f]);

    [Fact]
    public void PrintingShowsTheValueOrWhatIsKnown()
    {
        using var writer = new StringWriter();
        Func<NDArray, NDArray> f = x =>
        {
            NDArray square = x * x;
            Mx.Print(square, writer: writer);
            return Mx.Sum(square);
        };
        f(X);
        Mx.Grad(f)(X);
        Mx.Jvp(f, X, X);
        Mx.Compile(f)(X);
        Mx.Vmap(f)(Mx.Ones((3, 2)));
        Mx.Print(X, "", writer);
        string[] lines = writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                "square = array([1, 16], dtype=float32)", "square = array([1, 16], dtype=float32)", "square = array([1, 16], dtype=float32)",
                "square = float32[2], traced by Compile", "square = float32[2], traced by Vmap", "array([1, 4], dtype=float32)",
            ],
            lines);
    }

    [Fact]
    public void TheOperationThatMakesANaNIsNamedWithItsPlace()
    {
        using (Mx.WithNaNChecks())
        {
            string message = Assert.Throws<NotFiniteNumberException>(() => (Mx.Sqrt(X - 2) * 3).Eval()).Message;
            Assert.StartsWith("Sqrt: it made NaN of numbers, in 1 of 2 elements, made in ", message, StringComparison.Ordinal);
            Assert.Contains(nameof(DebuggingTests), message, StringComparison.Ordinal);
            Assert.Contains("DebuggingTests.cs:", message, StringComparison.Ordinal);
            Assert.Throws<NotFiniteNumberException>(() => Mx.Grad(x => Mx.Sum(Mx.Sqrt(x - x)) * 0.0)(X).Eval());
            Assert.Throws<NotFiniteNumberException>(() => Mx.Compile((NDArray x) => Mx.Log(x - 2))(X).Eval());
            Assert.Throws<NotFiniteNumberException>(() => Mx.Vmap((NDArray x) => Mx.Log(x - 2))(X).Eval());
            Assert.Throws<NotFiniteNumberException>(() => Mx.DivMod(X, Mx.Zeros(2)).Remainder.Eval());
            // What is NaN already is nobody's mistake here, and an infinity is none.
            Assert.Equal(2, Mx.Sum(Mx.IsNaN(Mx.Array([float.NaN, float.NaN]) * X)).Item<int>());
            Mx.Log(X - 1).Eval();
        }
        using (Mx.WithNaNChecks(infinities: true))
            Assert.StartsWith("Log: it made NaN or infinity of numbers", Assert.Throws<NotFiniteNumberException>(() => Mx.Log(X - 1).Eval()).Message, StringComparison.Ordinal);
        Mx.Log(X - 2).Eval();
        Assert.False(NaNScope.IsOpenHere);
    }

    [Fact]
    public async Task AScopeLooksAtItsOwnFlowAlone()
    {
        using IDisposable scope = Mx.WithNaNChecks();
        Task<NDArray> elsewhere;
        using (ExecutionContext.SuppressFlow())
            elsewhere = Task.Run(() => Mx.Log(X - 2).Eval(), TestContext.Current.CancellationToken);
        Assert.True(Mx.IsNaN((await elsewhere)[0]).Item<bool>());
    }

    [Fact]
    public void EachTraceHasItsReason()
    {
        using TraceLog log = Mx.LogTraces();
        Func<NDArray, NDArray> plain = Mx.Compile((NDArray x) => x * 2);
        plain(X);
        plain(X);
        plain(Mx.Ones(3));
        Func<(NDArray X, int N), NDArray> tree = Mx.Compile(((NDArray X, int N) p) => p.X * p.N);
        tree((X, 2));
        tree((X, 2));
        tree((X, 3));
        tree((Mx.Ones(5), 3));
        Assert.Equal(
            [
                "it is called for the first time", "argument 0 is float32[3], and was float32[2]",
                "it is called for the first time", "'1' is 3, and was 2", "'0' is float32[5], and was float32[2]",
            ],
            log.Traces.Select(trace => trace.Reason));
        Assert.Equal(5, log.Count);
        Assert.All(log.Traces, trace => Assert.Contains("DebuggingTests", trace.Place, StringComparison.Ordinal));
        log.Dispose();
        plain(Mx.Ones(7));
        Assert.Equal(5, log.Count);
    }
}
