using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>Whoever reads what depends on something reads it after that was computed, whatever the graph is evaluated by.</summary>
public class DependsTests
{
    private readonly EffectRecord record = new();
    private readonly EffectRecord other = new();

    public static TheoryData<int> Lengths => [6, 100_000];

    [Theory, MemberData(nameof(Lengths))]
    public void ADependencyIsComputedFirst(int length)
    {
        NDArray x = Mx.Ones(length).Eval();
        NDArray later = Count(x, "later"), y = Mx.Depends(x + 1, later);
        Law.Same([x * 4], [Count(y, "reader") * 2], "value");
        AssertRan("later", "reader");
    }

    [Theory, MemberData(nameof(Lengths))]
    public void ADependencyOfWhatIsThereIsComputed(int length)
    {
        NDArray x = Mx.Ones(length).Eval();
        Mx.Depends(x, Count(x, "a")).Eval();
        AssertRan("a");
        Mx.Eval(Mx.Depends(Mx.Zeros(length), Count(x, "b")), Mx.Depends(x, Mx.Depends(x, Count(x, "c")), Count(x, "d")) + 1);
        Assert.Equal(["a", "b", "c", "d"], record.Labels.Order());
    }

    [Theory, MemberData(nameof(Lengths))]
    public void AChainOfDependenciesKeepsItsOrder(int length)
    {
        NDArray x = Mx.Ones(length).Eval(), y = x;
        for (int i = 0; i < 5; i++)
            y = Mx.Depends(x * 2, Count(y + 1, $"{i}"));
        Law.Same([Mx.Full(length, 2f)], [y], "value");
        AssertRan("0", "1", "2", "3", "4");
    }

    [Theory, MemberData(nameof(Lengths))]
    public void APureDependencyIsComputedThoughNobodyReadsIt(int length)
    {
        NDArray x = Mx.Ones(length).Eval();
        Mx.Sum(Mx.Depends(x, Mx.Exp(Count(x, "read by Exp")))).Eval();
        Mx.Sum(Mx.Depends(x, Mx.Sum(Count(x, "read by Sum") * 2))).Eval();
        AssertRan("read by Exp", "read by Sum");
    }

    [Fact]
    public void WithoutDependenciesItIsAnotherHandle()
    {
        NDArray x = Mx.Ones(2), y = Mx.Depends(x);
        y[0] = 5;
        Law.Same([Mx.Ones(2)], [x], "argument");
    }

    [Fact]
    public void DerivativesWaitToo()
    {
        NDArray x = Samples.Numbers(6);
        Func<NDArray, NDArray> f = v => Mx.Sum(Mx.Square(Mx.Depends(v, Count(v, "a"))));
        (NDArray _, NDArray dy) = Mx.Jvp(f, x, x);
        Law.Same([2 * Mx.Sum(x * x)], [dy], "tangent");
        AssertRan("a");
        Law.Same([2 * x], [Mx.Grad(f)(x)], "gradient");
        AssertRan("a", "a");
    }

    [Fact]
    public void UnderAMapItIsComputedOnceForAllExamples()
    {
        NDArray x = Samples.Numbers((4, 3)), shared = Samples.Numbers(3);
        Func<NDArray, NDArray> f = v => Mx.Depends(shared, record.Of(v, "batch")) + Mx.Depends(v, record.Of(shared, "shared"));
        Law.Same([shared + x], [Mx.Vmap(f)(x)], "value");
        AssertRan("batch", "shared");
    }

    [Fact]
    public void ACompiledFunctionComputesItInEachCall()
    {
        NDArray x = Samples.Numbers(6);
        Func<NDArray, NDArray> f = Mx.Compile((NDArray v) => Mx.Depends(v * 2, Mx.Exp(Count(v, "a"))) + 1);
        Law.Same([2 * x + 1], [f(x)], "value");
        Law.Same([4 * x + 1], [f(2 * x)], "value");
        AssertRan("a", "a");
    }

    [Fact]
    public void EffectsOfSeparateOrdersComeInTheOrderOfDependence()
    {
        NDArray x = Samples.Numbers(6);
        NDArray first = record.Of(x, "first");
        NDArray second = other.Of(Mx.Depends(x, first), "second");
        NDArray third = record.Of(Mx.Depends(x, second), "third");
        third.Eval();
        Assert.Equal(["first", "third"], record.Labels);
        Assert.Equal(["second"], other.Labels);
    }

    [Fact]
    public void NullsAreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("input", () => Mx.Depends((NDArray)null!, Mx.Ones(1)));
        Assert.ThrowsAny<ArgumentException>(() => Mx.Depends(Mx.Ones(1), [null!]));
    }

    // The identity, which tells that it ran. It is no effect: nothing but what depends on it has it computed.
    private NDArray Count(NDArray x, string label) => Mx.HostCall(
        v =>
        {
            record.Add(label);
            return v + 0;
        },
        x.Shape,
        x.DType,
        (_, dv) => dv)(x);

    private void AssertRan(params string[] labels) => Assert.Equal(labels, record.Labels);
}
