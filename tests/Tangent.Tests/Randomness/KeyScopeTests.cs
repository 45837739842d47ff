using Xunit;

namespace Tangent.Tests.Randomness;

/// <summary>Draws without a key: refused where they would repeat, split off from the key of a scope where one is open.</summary>
public class KeyScopeTests
{
    private static readonly NDArray Key = Mx.Random.Key(5);

    private static float[] Scoped(Func<NDArray> draw)
    {
        using (Mx.Random.Scope(Key))
            return draw().ToArray<float>();
    }

    private static NDArray Next(ref NDArray state)
    {
        NDArray pair = Mx.Random.Split(state);
        state = pair[0];
        return pair[1];
    }

    private static void AllDiffer(float[] values) => Assert.Equal(values.Length, values.Distinct().Count());

    public static TheoryData<string> Draws => [.. AllDraws.Keys];

    private static readonly Dictionary<string, Func<NDArray>> AllDraws = new()
    {
        ["Uniform"] = () => Mx.Random.Uniform(shape: 2),
        ["Normal"] = () => Mx.Random.Normal(2),
        ["Gumbel"] = () => Mx.Random.Gumbel(2),
        ["Laplace"] = () => Mx.Random.Laplace(2),
        ["TruncatedNormal"] = () => Mx.Random.TruncatedNormal(-1f, 1f, 2),
        ["RandInt"] = () => Mx.Random.RandInt(0, 1 << 20, 2).AsType(DType.Float32),
        ["Bernoulli"] = () => Mx.Sum(Mx.Random.Bernoulli(0.5f, 64) * Mx.Exp(Mx.Arange(0.0, 64.0))).AsType(DType.Float32),
        ["Categorical"] = () => Mx.Random.Categorical(Mx.Zeros(1 << 20)).AsType(DType.Float32),
        ["Permutation"] = () => Mx.Random.Permutation(1 << 12)[0].AsType(DType.Float32),
    };

    [Theory, MemberData(nameof(Draws))]
    public void UnderVmapADrawWithoutAKeyIsRefused(string name)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Mx.Vmap(x => [x[0] + AllDraws[name]()])([Mx.Zeros(3)]));
        Assert.StartsWith($"Random.{name}: under Vmap all examples would draw the same numbers", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<InvalidOperationException>(() => Mx.Grad(z => Mx.Sum(Mx.Vmap(x => [Mx.Jvp(v => v * AllDraws[name](), x[0], x[0]).Tangents])([z])[0]))(Mx.Zeros(3)));
        Assert.StartsWith($"Random.{name}: under Vmap", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Draws))]
    public void UnderVmapEachExampleOfAScopeDrawsItsOwn(string name)
    {
        float[] drawn = Scoped(() => Mx.Vmap(x => [x[0] + AllDraws[name]()])([Mx.Zeros(3)])[0]);
        AllDiffer(drawn);
        Assert.Equal(drawn, Scoped(() => Mx.Vmap(x => [x[0] + AllDraws[name]()])([Mx.Zeros(3)])[0]));
    }

    [Theory, MemberData(nameof(Draws))]
    public void ACompiledFunctionInAScopeDrawsAnewAtEachCall(string name)
    {
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => x + AllDraws[name]());
        Assert.Throws<InvalidOperationException>(() => f(0f));
        float[] drawn = Scoped(() => Mx.Concatenate([.. Enumerable.Range(0, 3).Select(_ => Mx.Flatten(f(0f)))]));
        AllDiffer(drawn);
        Assert.Equal(drawn, Scoped(() => Mx.Concatenate([.. Enumerable.Range(0, 3).Select(_ => Mx.Flatten(f(0f)))])));
        Assert.Contains("Mx.Random.Scope", Assert.Throws<InvalidOperationException>(() => f(0f)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScopeDrawsTheNumbersOfItsKeyOneAfterTheOther()
    {
        NDArray state = Key;
        float[] expected = Mx.Concatenate([Mx.Random.Normal(2, key: Next(ref state)), Mx.Random.Uniform(shape: 3, key: Next(ref state))]).ToArray<float>();
        Assert.Equal(expected, Scoped(() => Mx.Concatenate([Mx.Random.Normal(2), Mx.Random.Uniform(shape: 3)])));
        AllDiffer(expected);
    }

    [Fact]
    public void ScopesNestAndEnd()
    {
        Mx.Random.Seed(1);
        float outside = Mx.Random.Normal([]).Item<float>();
        Mx.Random.Seed(1);
        using (Mx.Random.Scope(Key))
        {
            float first = Mx.Random.Normal([]).Item<float>(), inner;
            using (Mx.Random.Scope(Key))
                inner = Mx.Random.Normal([]).Item<float>();
            Assert.Equal(first, inner);
            Assert.NotEqual(first, Mx.Random.Normal([]).Item<float>());
        }
        Assert.Equal(outside, Mx.Random.Normal([]).Item<float>());
        Assert.Throws<ArgumentException>(() => Mx.Random.Scope(Mx.Zeros(2)));
    }

    [Fact]
    public void EachExampleDrawsWhatItsKeyDraws()
    {
        NDArray state = Key;
        NDArray keys = Mx.Random.Split(Next(ref state), 3);
        float[] expected = Mx.Stack([.. Enumerable.Range(0, 3).Select(i =>
        {
            NDArray own = keys[i];
            return Mx.Random.Normal(2, key: Next(ref own)) * Mx.Random.Normal(2, key: Next(ref own));
        })]).ToArray<float>();
        Assert.Equal(expected, Scoped(() => Mx.Vmap(x => [x[0] + Mx.Random.Normal(2) * Mx.Random.Normal(2)])([Mx.Zeros(3)])[0]));
    }

    [Fact]
    public void AKeyThatIsAnArgumentMakesAScope()
    {
        Func<NDArray[], NDArray[]> f = x =>
        {
            using (Mx.Random.Scope(x[0]))
                return [Mx.Random.Normal(2) + Mx.Random.Uniform(shape: 2)];
        };
        NDArray keys = Mx.Random.Split(Key, 3);
        float[] expected = Mx.Stack([.. Enumerable.Range(0, 3).Select(i => f([keys[i]])[0])]).ToArray<float>();
        Assert.Equal(expected, Mx.Vmap(f)([keys])[0].ToArray<float>());
        Assert.Equal(expected[..2], Mx.Compile(f)([keys[0]])[0].ToArray<float>());
        Assert.Equal(expected[2..4], Mx.Compile(f)([keys[1]])[0].ToArray<float>());
        Assert.Equal(expected, Mx.Compile(Mx.Vmap(f))([keys])[0].ToArray<float>());
        Assert.Equal(expected, Mx.Vmap(Mx.Compile(f))([keys])[0].ToArray<float>());
    }

    [Fact]
    public void ACheckpointedFunctionDrawsTheSameAgain()
    {
        NDArray x = Mx.Full(4, 3f);
        Func<NDArray, NDArray> dropout = v => Mx.Where(Mx.Random.Bernoulli(0.5f, 4), v * v, 0) * Mx.Random.Normal(4);
        float[] plain = Scoped(() => Mx.Grad(v => Mx.Sum(dropout(v)))(x));
        Assert.Equal(plain, Scoped(() => Mx.Grad(v => Mx.Sum(Mx.Checkpoint(dropout)(v)))(x)));
        Assert.Contains(plain, slope => slope != 0);
        NDArray batch = Mx.Full((3, 4), 3f);
        float[] mapped = Scoped(() => Mx.Grad(z => Mx.Sum(Mx.Vmap(v => [dropout(v[0])])([z])[0]))(batch));
        Assert.Equal(mapped, Scoped(() => Mx.Grad(z => Mx.Sum(Mx.Vmap(v => [Mx.Checkpoint(dropout)(v[0])])([z])[0]))(batch)));
        Assert.Equal(mapped, Scoped(() => Mx.Vmap(v => [Mx.Grad(u => Mx.Sum(Mx.Checkpoint(dropout)(u)))(v[0])])([batch])[0]));
        Func<NDArray, NDArray> compiled = Mx.Compile((NDArray z) => Mx.Grad(u => Mx.Sum(Mx.Checkpoint(dropout)(u)))(z));
        Assert.NotEqual(Scoped(() => compiled(x)), Scoped(() => compiled(x) - compiled(x)));
    }

    [Fact]
    public void MapsOfMapsSplitTwice() => AllDiffer(Scoped(() => Mx.Vmap(x => Mx.Vmap(y => [y[0] + Mx.Random.Normal([])])([x[0]]))([Mx.Zeros((3, 4))])[0]));

    [Fact]
    public void AJacobianDrawsOnce()
    {
        float[] jacobian = Scoped(() => Mx.JacFwd(v => v * Mx.Random.Normal([]))(Mx.Zeros(2)));
        Assert.Equal(jacobian[0], jacobian[3]);
        Assert.Equal(jacobian, Scoped(() => Mx.JacRev(v => v * Mx.Random.Normal([]))(Mx.Zeros(2))));
    }
}
