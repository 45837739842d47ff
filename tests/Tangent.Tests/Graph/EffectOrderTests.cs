using System.Runtime.CompilerServices;
using Tangent.Kernels;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>What has an effect happens exactly once, after what was made before it, whoever reads the result and how.</summary>
public class EffectOrderTests
{
    private static readonly NDArray X = Samples.Numbers(6);

    private readonly EffectRecord record = new();

    [Fact]
    public void ItRunsOnceHoweverOftenItIsRead()
    {
        NDArray y = record.Of(X, "a");
        NDArray z = y * 2;
        Mx.Eval(z);
        Mx.Eval(y + 1, Mx.Softmax(y, 0));
        Law.Same([X], [y], "value");
        Law.Same([X * 2], [z], "value");
        AssertRan("a");
    }

    [Theory]
    [InlineData(0, "a")]
    [InlineData(1, "a", "b")]
    [InlineData(2, "a", "b", "c")]
    public void WhatWasMadeBeforeRunsBefore(int first, params string[] expected)
    {
        NDArray[] y = [record.Of(X, "a"), record.Of(X + 1, "b"), record.Of(X * 2, "c")];
        y[first].Eval();
        AssertRan(expected);
        Mx.Eval(y[2], y[1], y[0]);
        AssertRan("a", "b", "c");
    }

    [Fact]
    public void AReaderOfSeveralKeepsTheirOrder()
    {
        NDArray first = record.Of(X, "a"), second = record.Of(X, "b");
        Law.Same([X + X], [Mx.Sort(second) + first - Mx.Sort(X) + X], "value");
        AssertRan("a", "b");
    }

    [Fact]
    public void ItRunsThoughItsHandleWasDropped()
    {
        Drop();
        GC.Collect();
        record.Of(X, "c").Eval();
        AssertRan("a", "b", "c");
    }

    [Fact]
    public void EqualOnesAreNotMerged()
    {
        NDArray y = Mx.Softmax(record.Of(X, "a"), 0) + Mx.Softmax(record.Of(X, "a"), 0);
        Law.Same([2 * Mx.Softmax(X, 0)], [y], "value");
        AssertRan("a", "a");
    }

    [Fact]
    public void ManyThreadsRunItOnce()
    {
        for (int turn = 0; turn < 200; turn++)
        {
            var own = new EffectRecord();
            NDArray[] y = [.. Enumerable.Range(0, 6).Select(i => own.Of(X + i, $"{i}") * 2)];
            Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => Mx.Eval(y[(turn + i) % 6], y[5 - i]));
            Mx.Eval(y);
            Assert.Equal(["0", "1", "2", "3", "4", "5"], own.Labels);
        }
    }

    [Fact]
    public void ItIsNotRunAgainAfterAnError()
    {
        NDArray y = record.Of(X, "a");
        NDArray z = new Broken().Apply(y);
        Assert.Throws<InvalidOperationException>(() => z.Eval());
        Assert.Throws<InvalidOperationException>(() => (z + 1).Eval());
        Law.Same([X], [y], "value");
        AssertRan("a");
    }

    [Fact]
    public void AWrongGuessDoesNotRunItAgain()
    {
        NDArray large = Mx.Ones((1 << 20) + 1).Eval();
        NDArray y = record.Of(large * 2, "a");
        for (int i = 0; i < 5; i++)
            Assert.Equal(2f, (Mx.Exp(y - 2) * y).Eval()[7].Item<float>());
        Assert.Equal(2f, y[9].Item<float>());
        AssertRan("a");
    }

    [Fact]
    public void ForwardAndReverseModeRunItOnce()
    {
        Func<NDArray, NDArray> f = x => Mx.Sum(Mx.Sin(record.Of(x, "a")));
        Law.Same([Mx.Cos(X)], [Mx.Grad(f)(X)], "gradient");
        AssertRan("a");
        (NDArray y, NDArray dy) = Mx.Jvp(f, X, X);
        Mx.Eval(y, dy);
        AssertRan("a", "a");
        (NDArray value, NDArray gradient) = Mx.ValueAndGrad(f)(X);
        Mx.Eval(gradient);
        Mx.Eval(value);
        AssertRan("a", "a", "a");
    }

    [Fact]
    public void RulesHaveEffectsOfTheirOwn()
    {
        Func<NDArray, NDArray> f = x => record.Of(x, "a", rulesRecord: true);
        (NDArray y, NDArray dy) = Mx.Jvp(f, X, 2 * X);
        Law.Same([2 * X, X], [dy, y], "value and tangent");
        AssertRan("a", "da");
        Law.Same([X], [Mx.Grad(x => Mx.Sum(f(x) * X))(X)], "gradient");
        AssertRan("a", "da", "a", "da^T");
        record.Of(X, "z").Eval();
        AssertRan("a", "da", "a", "da^T", "z");
    }

    [Fact]
    public void ALinearFunctionHasItsEffectEachTime()
    {
        (NDArray y, Func<NDArray, NDArray> push) = Mx.Linearize(x => record.Of(x, "a", rulesRecord: true), X);
        NDArray[] dy = [push(X), push(2 * X)];
        record.Of(X, "z").Eval();
        Law.Same([X, X, 2 * X], [y, .. dy], "value and tangents");
        AssertRan("a", "da", "da", "z");
        NDArray ct = Mx.LinearTranspose(x => [record.Of(x[0], "b")], [X])([X])[0];
        Law.Same([X], [ct], "cotangent");
        AssertRan("a", "da", "da", "z", "b^T");
    }

    [Fact]
    public void OnABatchItRunsOnce()
    {
        NDArray before = record.Of(X, "before");
        NDArray y = Mx.Vmap(x => [record.Of(record.Of(x[0], "a") + record.Of(X[0], "shared"), "b")])([X])[0];
        NDArray after = record.Of(X, "after");
        Mx.Eval(after);
        Law.Same([X + X[0], X, X], [y, before, after], "values");
        AssertRan("before", "a", "shared", "b", "after");
    }

    [Fact]
    public void InACheckpointItRunsOnce()
    {
        Func<NDArray[], NDArray[]> f = Mx.Checkpoint((NDArray[] x) => [Mx.Sum(Mx.Exp(record.Of(Mx.Sin(x[0]), "a")))]);
        NDArray gradient = Mx.Grad((NDArray x) => f([x])[0])(X);
        record.Of(X, "z").Eval();
        Law.Same([Mx.Exp(Mx.Sin(X)) * Mx.Cos(X)], [gradient], "gradient");
        AssertRan("a", "z");
    }

    [Fact]
    public void AFunctionWithRulesMustHaveNone()
    {
        Func<NDArray[], NDArray[]> f = Mx.CustomFunction(x => [record.Of(x[0], "a")], vjp: (x, ct, y) => [ct[0]]);
        var error = Assert.Throws<InvalidOperationException>(() => Mx.Grad((NDArray x) => Mx.Sum(f([x])[0]))(X));
        Assert.StartsWith("CustomFunction: the function has an effect", error.Message);
        Law.Same([X], f([X]), "value");
    }

    [Fact]
    public void ACompiledFunctionRunsItInEachCall()
    {
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) =>
        {
            record.Of(x * 3, "unread");
            record.Of(Mx.Ones(2), "constant");
            return record.Of(x, "read") * 2;
        });
        string[] call = ["unread", "constant", "read"];
        Law.Same([2 * X], [f(X)], "value");
        AssertRan(call);
        NDArray before = record.Of(X, "before");
        NDArray y = f(X + 1);
        AssertRan([.. call, "before", .. call]);
        Law.Same([2 * X + 2, X], [y, before], "values");
        record.Of(X, "after").Eval();
        AssertRan([.. call, "before", .. call, "after"]);
    }

    [Fact]
    public void WhatACompiledFunctionCapturesRanOnce()
    {
        NDArray captured = record.Of(X, "captured");
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => x + record.Of(captured * 2, "inside"));
        Law.Same([3 * X, 2 * X + 1], [f(X), f(Mx.OnesLike(X))], "values");
        AssertRan("captured", "inside", "inside");
    }

    [Fact]
    public void TransformsInsideACompiledFunctionKeepTheOrder()
    {
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) =>
        {
            NDArray first = Mx.Vmap(v => [record.Of(v[0], "a") + 1])([x])[0];
            NDArray second = Mx.Grad((NDArray v) => Mx.Sum(Mx.Square(record.Of(v, "b", rulesRecord: true))))(first);
            return record.Of(second, "c");
        });
        for (int i = 0; i < 2; i++)
            Law.Same([2 * (X + 1)], [f(X)], "value");
        AssertRan("a", "b", "db^T", "c", "a", "b", "db^T", "c");
    }

    // A method of its own, so that no handle lives.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Drop()
    {
        record.Of(X, "a");
        _ = record.Of(X, "b") + 1;
    }

    private void AssertRan(params string[] labels) => Assert.Equal(labels, record.Labels);

    /// <summary>An operation whose kernel fails.</summary>
    private sealed record Broken : Primitive
    {
        public override ArraySpec Infer(Node[] x) => x[0].Spec;

        public override Kernel Lower(Node[] x, ArraySpec y) => new HostKernel("Broken", 0, (_, _) => throw new InvalidOperationException("Broken"));
    }
}
