using Xunit;

namespace Tangent.Tests.Transforms;

public class CompileTests
{
    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    [Fact]
    public void GivesThePlainResult()
    {
        Func<NDArray, NDArray> f = x => Mx.Sum((Mx.Sin(x) * x) + (x / 2.0));
        NDArray x = new[] { 1.0, 2.0, 3.0 };
        Assert.Equal(f(x).Item<double>(), Mx.Compile(f)(x).Item<double>());
    }

    [Fact]
    public void TracesOncePerSignature()
    {
        int traces = 0;
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => { traces++; return x + 1.0; });
        Assert.Equal([2.0, 3.0], f(new[] { 1.0, 2.0 }).ToArray<double>());
        Assert.Equal([4.0, 5.0], f(new[] { 3.0, 4.0 }).ToArray<double>());
        Assert.Equal([4.0], f(new[] { 3.0 }).ToArray<double>());
        Assert.Equal(2, traces);
    }

    [Fact]
    public void CapturedOuterInputIsDifferentiatedUnderJvp()
    {
        NDArray tangent = Mx.Jvp(x => Mx.Compile((NDArray y) => Mx.Sin(y) * x)(Point(2)), Point(2), Point(1)).Tangents;
        Assert.Equal(Math.Sin(2), tangent.Item<double>(), 12);
    }

    [Fact]
    public void CapturedOuterInputIsDifferentiatedUnderGradAndVmap()
    {
        Func<NDArray, NDArray> f = x => Mx.Compile((NDArray y) => Mx.Sin(y) * x)(Point(2));
        Assert.Equal(Math.Sin(2), Mx.Grad(f)(Point(2)).Item<double>(), 12);
        double[] mapped = Mx.Vmap(v => [f(v[0])])([new[] { 1.0, 2.0 }])[0].ToArray<double>();
        Assert.Equal(2 * Math.Sin(2), mapped[1], 12);
    }

    [Fact]
    public void ReadingAValueIsRefusedAndTheNextCallWorks()
    {
        bool read = true;
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => read ? x * x.Item<double>() : x * 2.0);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => f(Point(1)));
        Assert.StartsWith("Compile:", error.Message, StringComparison.Ordinal);
        read = false;
        Assert.Equal(2.0, f(Point(1)).Item<double>());
    }

    [Fact]
    public void TreesKeepTheirForm()
    {
        var f = Mx.Compile(((NDArray A, NDArray B) p) => new Dictionary<string, NDArray> { ["sum"] = p.A + p.B, ["first"] = p.A });
        Dictionary<string, NDArray> result = f((Point(1), Point(2)));
        Assert.Equal(3.0, result["sum"].Item<double>());
        Assert.Equal(1.0, result["first"].Item<double>());
    }

    [Fact]
    public void StridedArgumentsAndViewsInside()
    {
        NDArray x = Mx.Transpose(Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3)));
        Func<NDArray, NDArray> f = v => Mx.Transpose(v * 2.0);
        Assert.Equal(f(x).ToArray<double>(), Mx.Compile(f)(x).ToArray<double>());
    }

    [Fact]
    public void EachTypeHasAPlanOfItsOwn()
    {
        Func<NDArray, NDArray> f = Mx.Compile((NDArray x) => x / 2);
        Assert.Equal([1.5f], f(new[] { 3f }).ToArray<float>());
        Assert.Equal([1.5], f(new[] { 3.0 }).ToArray<double>());
        Assert.Equal([1.5f], f(new[] { 3 }).ToArray<float>());
        Assert.Equal(DType.Float16, f(Mx.AsType(new[] { 3f }, DType.Float16)).DType);
    }

    [Fact]
    public void WhatIsNoArrayBelongsToTheForm()
    {
        var f = Mx.Compile(((NDArray X, int Power) p) => Mx.Power(p.X, p.Power));
        Assert.Equal([9.0], f((new[] { 3.0 }, 2)).ToArray<double>());
        Assert.Equal([27.0], f((new[] { 3.0 }, 3)).ToArray<double>());
        Assert.Equal([9.0], f((new[] { 3.0 }, 2)).ToArray<double>());
    }

    [Fact]
    public void ACapturedArrayIsReadAsItLies()
    {
        NDArray captured = Mx.Transpose(Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3)))[1.., Mx.Every(-1)];
        NDArray x = Mx.Reshape(new[] { 1.0, 2, 3, 4 }, (2, 2));
        Func<NDArray, NDArray> f = v => Mx.Sin(captured * v) + captured;
        Assert.Equal(f(x).ToArray<double>(), Mx.Compile(f)(x).ToArray<double>());
        Assert.Equal(f(x.T).ToArray<double>(), Mx.Compile(f)(x.T).ToArray<double>());
    }
}
