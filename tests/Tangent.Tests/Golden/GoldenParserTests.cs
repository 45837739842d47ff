using System.Numerics;
using System.Text.Json;
using Xunit;

namespace Tangent.Tests.Golden;

public sealed class GoldenParserTests
{
    public static TheoryData<string> Groups => [.. GoldenFiles.Bundled.Groups];

    [Fact]
    public void Reads_an_array()
    {
        var array = Assert.IsType<GoldenValue.Array>(Parse("""{"dtype":"int16","shape":[2,1],"b64":"AQD//w=="}"""));
        Assert.Equal(DType.Int16, array.DType);
        Assert.Equal([2, 1], array.Shape);
        Assert.Equal([1, -1], GoldenElements.Numbers(array));
    }

    [Fact]
    public void Reads_scalars()
    {
        Assert.Equal(new GoldenValue.Integer(ulong.MaxValue), Parse("""{"s":18446744073709551615,"t":"int"}"""));
        Assert.Equal(new GoldenValue.Real(double.NegativeInfinity), Parse("""{"s":"-inf","t":"float"}"""));
        Assert.Equal(new GoldenValue.Real(double.NaN), Parse("""{"s":"nan","t":"float"}"""));
        Assert.Equal(new GoldenValue.Real(3), Parse("""{"s":3,"t":"float"}"""));
        Assert.Equal(new GoldenValue.Truth(true), Parse("""{"s":true,"t":"bool"}"""));
        Assert.Equal(new GoldenValue.ComplexNumber(new Complex(1, -2)), Parse("""{"s":[1.0,-2],"t":"complex"}"""));
    }

    [Fact]
    public void Reads_texts_types_and_nothing()
    {
        Assert.Equal(new GoldenValue.Text("ij"), Parse("""{"str":"ij"}"""));
        Assert.Equal(new GoldenValue.ElementType(DType.BFloat16), Parse("""{"dtype":"bfloat16"}"""));
        Assert.Equal(new GoldenValue.None(), Parse("""{"none":true}"""));
        Assert.Empty(Assert.IsType<GoldenValue.Integers>(Parse("""{"ints":[]}""")).Values);
    }

    [Fact]
    public void Reads_an_index()
    {
        var index = Assert.IsType<GoldenValue.Index>(Parse("""{"index":[{"slice":[1,null,-2]},{"ellipsis":true},{"none":true}]}"""));
        Assert.Equal([new GoldenValue.Slice(1, null, -2), new GoldenValue.Ellipsis(), new GoldenValue.None()], index.Entries);
    }

    [Fact]
    public void Reads_lists_and_dictionaries()
    {
        var list = Assert.IsType<GoldenValue.Sequence>(Parse("""{"list":[{"str":"a"},{"dict":{"b":{"str":"c"}}}]}"""));
        Assert.Equal(new GoldenValue.Text("a"), list.Items[0]);
        Assert.Equal(new GoldenValue.Text("c"), Assert.IsType<GoldenValue.Dictionary>(list.Items[1]).Items["b"]);
    }

    [Fact]
    public void Refuses_what_is_no_value()
    {
        Assert.Throws<FormatException>(() => Parse("""{"other":1}"""));
        Assert.Throws<FormatException>(() => Parse("""{"s":1,"t":"decimal"}"""));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Reads_every_case(string group)
    {
        int count = 0;
        foreach (GoldenCase golden in GoldenFiles.Bundled.Read(group))
        {
            count++;
            Assert.NotEmpty(golden.Id);
            foreach (GoldenDerivative? derivative in Derivatives(group, golden))
                Assert.True(derivative is null || derivative.Seeds.Length > 0);
        }
        Assert.True(count > 0);
    }

    // A layer's vjp also has parameters, and a transform's derivatives are read by their own runner.
    private static IEnumerable<GoldenDerivative?> Derivatives(string group, GoldenCase golden) =>
        group is "layers" or "transforms" ? [] : [golden.Jvp, golden.Vjp];

    private static GoldenValue Parse(string json) => GoldenParser.Value(JsonDocument.Parse(json).RootElement);
}
