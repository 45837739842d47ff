using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>A compiled function of a tree keeps the form of its first arguments, and none of their arrays.</summary>
[Collection("peak memory")]
public partial class CompiledArgumentTests
{
    private static readonly Dictionary<string, Func<NDArray, WeakReference[]>> Calls = new()
    {
        ["tuple"] = Call(Mx.Compile<(NDArray, NDArray), NDArray>(x => Mx.Sum(x.Item1 * x.Item2)), x => (x, x + 1)),
        ["list"] = Call(Mx.Compile<List<NDArray>, NDArray>(x => Mx.Sum(x[0] * x[1])), x => [x, x + 1]),
        ["dictionary"] = Call(Mx.Compile<Dictionary<string, NDArray>, NDArray>(x => Mx.Sum(x["a"] * 2)), x => new() { ["a"] = x }),
        ["record"] = Call(Mx.Compile<Parameters, Parameters>(x => new Parameters(x.Weight * 2)), x => new Parameters(x)),
        ["array"] = Call(Mx.Compile((NDArray x) => x * 2), x => x),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ArraysOfTheFirstCallAreNotKept(string form) => Peak.OnItsThread(() =>
    {
        WeakReference[] arrays = Called(form);
        Peak.CollectAll();
        Assert.Equal(0, arrays.Count(array => array.IsAlive));
    });

    [Fact]
    public void TenFormsKeepNothing() => Peak.OnItsThread(() =>
    {
        Func<List<NDArray>, NDArray> compiled = Mx.Compile<List<NDArray>, NDArray>(x => Mx.Sum(x[^1]));
        Peak.CollectAll();
        long before = Mx.GetActiveMemory();
        for (int length = 1; length <= 10; length++)
            CallWith(compiled, length);
        Peak.CollectAll();
        Peak.AtMost(1, (Mx.GetActiveMemory() - before) / (double)Peak.Megabyte, "in use after ten forms of 4 MB for each array");
        GC.KeepAlive(compiled);
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Called(string form) => Calls[form](Layers.Normal(1, 1 << 20));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CallWith(Func<List<NDArray>, NDArray> compiled, int length) =>
        compiled([.. Enumerable.Range(0, length).Select(i => Layers.Normal((ulong)i, 1 << 20))]).Eval();

    // The handle, its node and its memory: whichever lives keeps the memory.
    private static Func<NDArray, WeakReference[]> Call<TIn, TOut>(Func<TIn, TOut> compiled, Func<NDArray, TIn> tree) => x =>
    {
        Mx.Eval(compiled(tree(x)));
        return [new(x), new(x.Node), new(x.Node.Value!.Buffer)];
    };

    [Tree]
    private sealed partial record Parameters(NDArray Weight);
}
