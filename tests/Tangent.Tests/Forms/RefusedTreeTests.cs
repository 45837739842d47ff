using Xunit;

namespace Tangent.Tests.Forms;

/// <summary>What may hold arrays, or stand for one, and is no tree: every transform refuses it and says what to write.</summary>
public partial class RefusedTreeTests
{
    private static readonly NDArray X = new[] { 1f, 2 };

    // Each returns what the function made of its argument, by way of every transform that takes a function of trees.
    private static readonly Dictionary<string, Action<Func<NDArray, object>>> Transforms = new()
    {
        ["Jvp"] = f => Mx.Jvp(f, X, X),
        ["Vjp"] = f => Mx.Vjp(f, X, null),
        ["Linearize"] = f => Mx.Linearize(f, X),
        ["LinearTranspose"] = f => Mx.LinearTranspose(f, X)(X),
        ["JacFwd"] = f => Mx.JacFwd(f)(X),
        ["JacRev"] = f => Mx.JacRev(f)(X),
        ["Vmap"] = f => Mx.Vmap(f)(X),
        ["Checkpoint"] = f => Mx.Checkpoint(f)(X),
        ["CustomFunction"] = f => Mx.CustomFunction(f)(X),
        ["Compile"] = f => Mx.Compile(f)(X),
        ["CheckGrads"] = f => Mx.CheckGrads(f, X),
    };

    private static readonly Dictionary<string, (Func<NDArray, object> Result, string Advice)> Results = new()
    {
        ["a record without [Tree]"] = (x => new Plain(x * x, x), "write [Tree] on a partial type Plain"),
        ["a record in a tuple"] = (x => (x, new Plain(x, x)), "holds, at '1', a Plain, which may hold arrays that nobody sees"),
        ["a record in a list"] = (x => new List<Plain> { new(x, x) }, "holds, at '0', a Plain"),
        ["a record in a dictionary in a tuple"] = (x => (x, new Dictionary<string, Plain> { ["p"] = new(x, x) }), "holds, at '1.p', a Plain"),
        ["an anonymous object"] = (x => new { x }, "which is no tree: write a tuple, or a record with [Tree]"),
        ["a HashSet"] = (x => new HashSet<NDArray> { x }, "a HashSet<NDArray>, which is no list of arrays: write a List, an array, or a Dictionary by string"),
        ["a LINQ sequence"] = (x => new[] { 1, 2 }.Select(i => x * i), "which is no list of arrays"),
        ["an iterator"] = Iterator, // of two arrays
        ["a KeyValuePair"] = (x => new KeyValuePair<string, NDArray>("x", x), "a KeyValuePair<String, NDArray>, which is no tree"),
        ["a task"] = (x => Task.FromResult(x), "a Task<NDArray>, which is not there yet"),
        ["a dictionary by number"] = (x => new Dictionary<int, NDArray> { [1] = x }, "a Dictionary<Int32, NDArray>, which is no list of arrays"),
        ["a table of arrays"] = (x => new[,] { { x, x } }, "a NDArray[,], which is no list of arrays"),
        ["a Lazy"] = (x => new Lazy<NDArray>(x), "a Lazy<NDArray>, which is no tree"),
        ["a list of a type of its own"] = (x => new ListOfItsOwn { x }, "a ListOfItsOwn, which is no list of arrays"),
        ["null"] = (_ => null!, "the function returned null"),
    };

    private static (Func<NDArray, object>, string) Iterator => (x => Two(x), "which is no list of arrays");

    public static TheoryData<string, string> Cases => new MatrixTheoryData<string, string>(Transforms.Keys, Results.Keys);

    [Theory, MemberData(nameof(Cases))]
    public void AResultThatIsNoTreeIsRefused(string transform, string result)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Transforms[transform](Results[result].Result));
        Assert.StartsWith($"{transform}: the function", error.Message, StringComparison.Ordinal);
        Assert.Contains(Results[result].Advice, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jvp"), InlineData("Vjp"), InlineData("Linearize"), InlineData("JacFwd"), InlineData("JacRev"), InlineData("Checkpoint"), InlineData("CheckGrads")]
    public void ANumberThatWasReadHasLostItsDerivative(string transform)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Transforms[transform](x => Mx.Sum(x).Item<float>()));
        Assert.StartsWith($"{transform}: the function's result is a Single, which has lost its derivative: return the array", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => Transforms[transform](x => (x, x.ToArray<float>())));
        Assert.StartsWith($"{transform}: the function's result holds, at '1', a Single[], which has lost its derivative", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberInAPointIsRefused()
    {
        Refuse<(NDArray, float)>("Grad: the point holds, at '1', a Single, which carries no derivative: convert it to an NDArray, (NDArray)x", (X, 2f));
        Refuse<(NDArray, double?)>("Grad: the point holds, at '1', a Double", (X, 2.0));
        Refuse<List<Half>>("Grad: the point holds, at '0', a Half", [(Half)1]);
        Refuse<Dictionary<string, decimal>>("Grad: the point holds, at 'a', a Decimal", new() { ["a"] = 1 });
        Refuse<WithNumber>("Grad: the point holds, at 'rate', a Double", new(X, 2));
        Assert.Equal(2, Mx.Grad<WithStatic>(p => Mx.Sum(p.X * p.Rate))(new(X, 2)).Rate);

        static void Refuse<T>(string message, T point) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Mx.Grad<T>(_ => Mx.Sum(X))(point)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownObjectInAnArgumentIsRefused()
    {
        Assert.StartsWith("Grad: the point holds, at '1', a Plain", Assert.Throws<ArgumentException>(() => Mx.Grad<(NDArray, Plain)>(p => Mx.Sum(p.Item1))((X, new(X, X)))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Compile: the argument holds, at '1', a Plain", Assert.Throws<ArgumentException>(() => Mx.Compile<(NDArray, Plain), NDArray>(p => p.Item1)((X, new(X, X)))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Vmap: the argument holds, at '1', a Plain", Assert.Throws<ArgumentException>(() => Mx.Vmap((NDArray x, Plain p) => x)(X, new(X, X))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Eval: the argument is a Plain", Assert.Throws<ArgumentException>(() => Mx.Eval(new Plain(X, X))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Map: the argument is a Plain", Assert.Throws<ArgumentException>(() => Trees.Map(x => x, new Plain(X, X))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATreeThatHoldsItselfIsRefused()
    {
        var list = new List<object> { X };
        list.Add(list);
        Assert.Throws<InsufficientExecutionStackException>(() => Mx.Eval(list));
    }

    private static IEnumerable<NDArray> Two(NDArray x)
    {
        yield return x;
        yield return x;
    }

    private sealed record Plain(NDArray A, NDArray B);

    private sealed class ListOfItsOwn : List<NDArray>;

    [Tree]
    private sealed partial record WithNumber(NDArray X, double Rate);

    [Tree]
    private sealed partial record WithStatic(NDArray X, [property: Static] double Rate);
}
