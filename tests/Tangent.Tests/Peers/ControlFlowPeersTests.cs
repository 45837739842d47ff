using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Ordinary code around transforms: branches, loops, threads, tasks, exceptions, and inputs that are used oddly.</summary>
public class ControlFlowPeersTests
{
    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    private static NDArray Forward(Func<NDArray, NDArray> f, NDArray x) => Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents;

    private static NDArray Power(NDArray x)
    {
        NDArray y = x;
        while (y.Item<double>() < 100)
            y = y * x;
        return y;
    }

    [Fact]
    public void BranchesAndLoopsOnValues()
    {
        Assert.Equal(7 * 64.0, Forward(Power, Point(2)).Item<double>());
        Assert.Equal(7 * 64.0, Mx.Grad(Power)(Point(2)).Item<double>());
        Assert.Equal(42 * 32.0, Forward(Mx.Grad(Power), Point(2)).Item<double>());
        Assert.Equal(42 * 32.0, Mx.Grad(Mx.Grad(Power))(Point(2)).Item<double>());
        Func<NDArray, NDArray> f = x => (bool)(x > 0) ? x * x : -x;
        Assert.Equal(-1.0, Mx.Grad(f)(Point(-3)).Item<double>());
        Assert.Equal(6.0, Mx.Grad(f)(Point(3)).Item<double>());
        Refusal.Of<InvalidOperationException>("Vmap: Item reads the value of an array", () => Mx.Vmap(v => [Power(v[0])])([new[] { 2.0 }]));
        Refusal.Of<InvalidOperationException>("Compile: Item reads the value of an array", () => Mx.Compile(Power)(Point(2)));
        Refusal.Of<InvalidOperationException>("Vmap: Item reads the value of an array", () => Mx.Vmap(v => [f(v[0])])([new[] { 2.0 }]));
    }

    [Fact]
    public void AnInputThatIsUsedTwiceNotAtAllOrReturned()
    {
        NDArray x = new[] { 2.0, 3.0 };
        NDArray dx = new[] { 1.0, 10.0 };
        Assert.Equal([4.0, 60.0], Mx.Jvp(v => v * v, x, dx).Tangents.ToArray<double>());
        Assert.Equal([0.0, 0.0], Mx.Jvp(_ => x * 1.0, x, dx).Tangents.ToArray<double>());
        Assert.Equal([1.0, 10.0], Mx.Jvp((NDArray v) => v, x, dx).Tangents.ToArray<double>());
        Assert.Equal([1.0, 10.0], Mx.Vjp((NDArray v) => v, x, dx).Cotangents.ToArray<double>());
        Assert.Equal([0.0, 0.0], Mx.Vjp(_ => x * 1.0, x, dx).Cotangents.ToArray<double>());
        NDArray[] twice = Mx.Vjp(v => [v[0], v[0]], [x, x], [dx, dx]).Cotangents;
        Assert.Equal([2.0, 20.0], twice[0].ToArray<double>());
        Assert.Equal([0.0, 0.0], twice[1].ToArray<double>());
        NDArray[] swapped = Mx.Jvp(v => [v[1], v[0]], [x, dx], [dx, null]).Tangents;
        Assert.Equal([0.0, 0.0], swapped[0].ToArray<double>());
        Assert.Equal([1.0, 10.0], swapped[1].ToArray<double>());
        Assert.Equal([2.0, 3.0], Mx.Vmap(v => [v[0]])([x])[0].ToArray<double>());
        Assert.Equal([5.0, 5.0], Mx.Vmap(_ => [Point(5)])([x])[0].ToArray<double>());
        Assert.Equal([2.0, 3.0], Mx.Compile((NDArray v) => v)(x).ToArray<double>());
        Assert.Equal([0.0, 0.0], Mx.Grad(_ => Point(5))(x).ToArray<double>());
    }

    [Fact]
    public void AFunctionThatThrowsAtAnyLevel()
    {
        var levels = new List<Func<Func<NDArray, NDArray>, NDArray>>
        {
            f => Forward(f, Point(2)),
            f => Mx.Grad(f)(Point(2)),
            f => Mx.Vmap(v => [f(v[0])])([new[] { 2.0 }])[0],
            f => Mx.Compile(f)(Point(2)),
            f => Mx.Checkpoint(f)(Point(2)),
            f => Mx.CustomFunction(v => [f(v[0])])([Point(2)])[0],
            f => Mx.Linearize(f, Point(2)).Push(Point(1)),
            f => Mx.LinearTranspose(v => [f(v[0])], [Point(2)])([Point(1)])[0],
            f => Mx.Hessian(f)(Point(2)),
        };
        foreach (Func<Func<NDArray, NDArray>, NDArray> outer in levels)
            foreach (Func<Func<NDArray, NDArray>, NDArray> inner in levels)
            {
                Refusal.Of<NotSupportedException>("thrown", () => outer(x => inner(y => throw new NotSupportedException("thrown"))));
                Refusal.Of<NotSupportedException>("thrown", () => outer(x => { Mx.Eval(inner(y => y * 2.0)); throw new NotSupportedException("thrown"); }));
                Assert.Equal(4.0, Mx.Grad(x => x * x)(Point(2)).Item<double>());
            }
    }

    [Fact]
    public void AnExceptionThatIsCaughtInsideLeavesTheOuterTransformOpen()
    {
        NDArray slope = Mx.Grad(x =>
        {
            NDArray y = x * x;
            Assert.Throws<NotSupportedException>(() => Mx.Grad((NDArray _) => throw new NotSupportedException())(y));
            Mx.Eval(y);
            return y * x;
        })(Point(2));
        Assert.Equal(12.0, slope.Item<double>());
    }

    [Fact]
    public async Task ThreadsThatTransformAtOnce()
    {
        NDArray shared = Mx.Arange(1.0, 2001.0, 1.0, DType.Float64) / 1000.0;
        Func<NDArray, NDArray> compiled = Mx.Compile((NDArray v) => Mx.Sum(Mx.Sin(v) * v));
        Task<double>[] tasks = [.. Enumerable.Range(0, 8).Select(i => Task.Run(() => Work(i)))];
        double[] results = await Task.WhenAll(tasks);
        for (int i = 0; i < results.Length; i++)
            Assert.Equal(Work(i), results[i], 9);

        double Work(int i)
        {
            double total = 0;
            for (int k = 0; k < 20; k++)
            {
                NDArray scale = Point(i + 1);
                NDArray slope = Mx.Grad(v => compiled(v * scale))(shared);
                NDArray product = Mx.Hvp((NDArray v) => compiled(v * scale), shared, slope).Product;
                total += Mx.Sum(product).Item<double>() + compiled(shared * scale).Item<double>();
            }
            return total;
        }
    }

    [Fact]
    public void AThreadStartedInsideATransformSeesTheSameInputs()
    {
        NDArray slope = Mx.Grad(x =>
        {
            NDArray[] parts = new NDArray[4];
            Parallel.For(0, parts.Length, i =>
            {
                parts[i] = x * (double)i;
                Mx.Eval(parts[i]);
                parts[i] = parts[i] * Mx.Grad(z => z * x)(Point(1));
            });
            return parts.Aggregate((a, b) => a + b);
        })(Point(3));
        Assert.Equal(2 * 6 * 3.0, slope.Item<double>());
    }

    [Fact]
    public async Task AwaitsInsideAndAround()
    {
        static async Task<NDArray> Step(NDArray x)
        {
            await Task.Yield();
            NDArray y = x * x;
            await Mx.EvalAsync([y], TestContext.Current.CancellationToken);
            return y * Mx.Grad(z => z * x)(Point(1));
        }
        NDArray x = Point(2);
        for (int i = 0; i < 3; i++)
        {
            NDArray slope = Mx.Grad(v => Step(v).GetAwaiter().GetResult())(x);
            await Task.Yield();
            Assert.Equal(12.0, slope.Item<double>());
            Assert.Equal(12.0, Forward(v => Task.Run(() => Step(v)).GetAwaiter().GetResult(), x).Item<double>());
            Assert.Null(Trace.Current);
        }
    }

    [Fact]
    public async Task ATaskThatOutlivesTheTransformThatStartedIt()
    {
        var ended = new TaskCompletionSource();
        Task<(bool InTrace, double Value)>? late = null;
        Mx.Grad(x =>
        {
            late = Task.Run(async () =>
            {
                await ended.Task;
                return (Trace.Current is not null, Mx.Compile((NDArray y) => y * y)(Point(3)).Item<double>());
            });
            return x * x;
        })(Point(2));
        ended.SetResult();
        (bool inTrace, double value) = await late!;
        Assert.False(inTrace);
        Assert.Equal(9.0, value);
    }
}
