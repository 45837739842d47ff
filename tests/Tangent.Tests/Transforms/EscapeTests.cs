using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>An array that a function leaves in a variable outside has no value once a transform without values has ended; whoever reads it is told so.</summary>
public class EscapeTests
{
    private static readonly NDArray X = new[] { 1.0, 2, 3 };

    private static readonly Dictionary<string, Action<Func<NDArray, NDArray>>> Transforms = new()
    {
        ["Vmap"] = f => Mx.Vmap(v => [f(v[0])])([X]),
        ["Compile"] = f => Mx.Compile(f)(X),
        ["LinearTranspose"] = f => Mx.LinearTranspose(v => [f(v[0])], [X])([X]),
    };

    private static readonly Dictionary<string, Action<NDArray>> Readers = new()
    {
        ["Item"] = x => Mx.Sum(x).Item<double>(),
        ["ToArray"] = x => x.ToArray<double>(),
        ["Eval"] = x => x.Eval(),
        ["ToString"] = x => x.ToString(),
        ["CopyTo"] = x => x.CopyTo(new double[8].AsSpan()),
        ["Compile"] = x => Mx.Compile((NDArray y) => y + x)(X),
    };

    public static TheoryData<string, string> Cases => new MatrixTheoryData<string, string>([.. Transforms.Keys], [.. Readers.Keys]);

    public static TheoryData<string> Names => [.. Transforms.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void WhoeverReadsItLaterIsToldWhereItCameFrom(string transform, string reader)
    {
        NDArray assigned = Mx.Zeros(3, DType.Float64);
        NDArray? kept = null;
        Transforms[transform](x => { assigned[0] = Mx.Sum(x); kept = x * 2; return x; });
        foreach (NDArray array in new[] { assigned, kept!, Mx.Grad(v => Mx.Sum(v * kept!))(kept!) })
        {
            string message = Assert.Throws<InvalidOperationException>(() => Readers[reader](array)).Message;
            Assert.Contains($"the array escaped from {transform}", message, StringComparison.Ordinal);
            Assert.StartsWith(reader is "ToString" or "CopyTo" or "ToArray" or "Item" or "Eval" or "Compile" ? reader : "", message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void WhoReadsItInsideIsToldThatThereIsNoValue(string transform)
    {
        string message = Assert.Throws<InvalidOperationException>(() => Transforms[transform](x => x * Mx.Sum(x).Item<double>())).Message;
        Assert.StartsWith($"{transform}: Item reads the value", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ItCanBeAssignedToAgain()
    {
        NDArray state = Mx.Zeros(3, DType.Float64);
        Transforms["Vmap"](x => { state[0] = x; return x; });
        state = Mx.Ones(3, DType.Float64);
        Assert.Equal([1.0, 1, 1], state.ToArray<double>());
        NDArray kept = X;
        Mx.Grad(x => { kept = x * 2; return Mx.Sum(kept); })(X);
        Assert.Equal([2.0, 4, 6], kept.ToArray<double>());
    }

    [Fact]
    public void PrintingUnderAMapNamesShapeAndTypeOfAnExample()
    {
        var printed = new List<string>();
        NDArray Print(NDArray x) { printed.Add($"{x}"); return x; }
        Mx.Vmap(v => [Print(v[0])])([Mx.Zeros((3, 4))]);
        Mx.Vmap(v => Mx.Vmap(w => [Print(w[0] * 2)])([v[0]]))([Mx.Zeros((3, 4))]);
        Mx.Vmap(v => [Mx.Grad(x => Mx.Sum(Print(x)))(v[0])])([Mx.Zeros((3, 4))]);
        Mx.Grad(z => Mx.Sum(Mx.Vmap(v => [Print(Mx.Sum(v[0]))])([z])[0]))(Mx.Zeros((3, 4)));
        Mx.Compile((NDArray z) => Mx.Vmap(v => [Print(v[0] > 0)])([z])[0])(Mx.Zeros((3, 4)));
        Mx.Vmap(v => Mx.CustomFunction(u => [Print(u[0])])([v[0]]))([Mx.Zeros((3, 4))]);
        Mx.Vmap(v => Mx.Checkpoint(u => [Print(u[0])])([v[0]]))([Mx.Zeros((3, 4))]);
        Assert.Equal(["float32[4], mapped", "float32[], mapped", "float32[4], mapped", "float32[], mapped", "bool[4], mapped", "float32[4], mapped", "float32[4], mapped"], printed);
        Mx.Vmap(v => [v[0] + Print(Mx.Ones(1))[0]])([Mx.Zeros((3, 4))]);
        Assert.Equal("array([1], dtype=float32)", printed[^1]);
    }
}
