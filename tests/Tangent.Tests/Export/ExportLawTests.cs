using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Export;

/// <summary>Every sample of the laws, exported and imported, is what it was: to the last bit, and so are its derivatives.</summary>
public sealed class ExportLawTests
{
    public static TheoryData<string> All => Samples.Ids;

    public static TheoryData<string> Differentiable =>
        [.. Samples.All.Values.Where(sample => sample.Constant is null && sample.NoCompile is null && !IsHostCall(sample)).Select(sample => sample.Id)];

    public static TheoryData<string> Mapped =>
        [.. Samples.All.Values.Where(sample => sample.NoVmap is null && sample.NoCompile is null && !IsHostCall(sample)).Select(sample => sample.Id)];

    public static TheoryData<string> SecondOrder =>
        [.. Samples.All.Values.Where(sample => sample.Constant is null && sample.NoCompile is null && sample.Order > 1 && !IsHostCall(sample)).Select(sample => sample.Id)];

    [Theory, MemberData(nameof(All))]
    public void AnImportedFunctionHasTheBitsOfTheFunction(string id)
    {
        Sample sample = Samples.All[id];
        if (sample.NoCompile is not null)
            Refused<InvalidOperationException>(sample, "ExportFunction: ");
        else if (IsHostCall(sample))
            Refused<NotSupportedException>(sample, "ExportFunction: the function uses HostCall");
        else
            Same(sample.Function, sample.Arguments);
    }

    [Theory, MemberData(nameof(Differentiable))]
    public void SoHaveItsDerivatives(string id)
    {
        (Func<NDArray[], NDArray[]> f, NDArray[] x) = (Samples.All[id].Function, Samples.All[id].Arguments);
        NDArray?[] dx = Directions.Of(x, 4);
        Same(v => Mx.Jvp(f, v, dx).Tangents, x);
        NDArray?[] ct = Directions.Of(f(x), 5);
        Same(v => Mx.Vjp(f, v, ct).Cotangents, x);
    }

    [Theory, MemberData(nameof(SecondOrder))]
    public void SoHaveItsSecondDerivatives(string id)
    {
        (Func<NDArray[], NDArray[]> f, NDArray[] x) = (Samples.All[id].Function, Samples.All[id].Arguments);
        NDArray?[] dx = Directions.Of(x, 4), ct = Directions.Of(f(x), 5);
        Same(v => Mx.Jvp(u => Mx.Vjp(f, u, ct).Cotangents, v, dx).Tangents, x);
    }

    [Theory, MemberData(nameof(Mapped))]
    public void SoHasItsMap(string id)
    {
        (Func<NDArray[], NDArray[]> f, NDArray[] x) = (Samples.All[id].Function, Samples.All[id].Arguments);
        Same(Mx.Vmap(f), [.. x.Select(array => Examples.Stack([array, array, array], 0))]);
    }

    [Theory, MemberData(nameof(Differentiable))]
    public void AnImportedFunctionIsDifferentiated(string id)
    {
        (Func<NDArray[], NDArray[]> f, NDArray[] x) = (Samples.All[id].Function, Samples.All[id].Arguments);
        Func<NDArray[], NDArray[]> imported = Exported.Through(f, x);
        NDArray?[] dx = Directions.Of(x, 4), ct = Directions.Of(f(x), 5);
        Law.Same(Mx.Jvp(f, x, dx).Tangents, Mx.Jvp(imported, x, dx).Tangents, "jvp of imported");
        Law.Same(Mx.Vjp(f, x, ct).Cotangents, Mx.Vjp(imported, x, ct).Cotangents, "vjp of imported");
        Law.Same(f(x), Mx.Compile(imported)(x), "compiled, imported");
    }

    [Theory, MemberData(nameof(Mapped))]
    public void AnImportedFunctionIsMapped(string id) => Law.Vmap(Exported.Through(Samples.All[id].Function, Samples.All[id].Arguments), Samples.All[id].Arguments);

    private static bool IsHostCall(Sample sample) => sample.Op == "Mx.HostCall";

    private static void Same(Func<NDArray[], NDArray[]> function, NDArray[] x)
    {
        byte[] file = Exported.Bytes(function, x);
        NDArray[] y = Exported.Import(file).Call(x), expected = function(x);
        Assert.Equal(expected.Select(array => array.Spec), y.Select(array => array.Spec));
        Bits.Equal(Bits.Of(expected), y, "imported");
        Assert.Equal(file, Exported.Bytes(Exported.Import(file).Call, x));
    }

    private static void Refused<T>(Sample sample, string start) where T : Exception
    {
        Exception error = Assert.ThrowsAny<T>(() => Exported.Bytes(sample.Function, sample.Arguments));
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
    }
}
