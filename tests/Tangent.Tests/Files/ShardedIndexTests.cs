using System.Text;
using Xunit;

namespace Tangent.Tests.Files;

public sealed class ShardedIndexTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AModelInSeveralFilesIsOneDictionary()
    {
        Mx.SaveSafetensors(folder["a.safetensors"], new Dictionary<string, NDArray> { ["x"] = Mx.Ones(2), ["spare"] = Mx.Ones(1) });
        Mx.SaveSafetensors(folder["b.safetensors"], new Dictionary<string, NDArray> { ["y"] = Mx.Zeros(3) });
        LoadedArrays loaded = Load("""{"metadata":{"total_size":20,"format":"pt","more":[1,{"a":2}]},"weight_map":{"y":"b.safetensors","x":"a.safetensors"},"other":[[]]}""");
        Assert.Equal(["y", "x"], loaded.Keys);
        Assert.Equal([1, 1], loaded["x"].ToArray<float>());
        Assert.Equal("20", (string)loaded.Metadata["total_size"]);
        Assert.Equal(["total_size", "format"], loaded.Metadata.Keys);
    }

    [Theory]
    [InlineData("../a.safetensors")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("b/../../a.safetensors")]
    [InlineData("b//a.safetensors")]
    [InlineData("..\\\\a.safetensors")]
    [InlineData("C:a.safetensors")]
    [InlineData("a\\u0000.safetensors")]
    [InlineData("")]
    [InlineData(".. /a.safetensors")]
    public void NoWayLeadsOutOfTheFolder(string file) =>
        Refusal.Of<FileFormatException>(folder["i.json"], () => Load($$$"""{"weight_map":{"x":"{{{file}}}"}}"""));

    [Theory]
    [InlineData("""{"weight_map":{"x":"a.safetensors","x":"a.safetensors"}}""", "two entries")]
    [InlineData("""{"weight_map":{},"weight_map":{}}""", "two entries \"weight_map\"")]
    [InlineData("""{"metadata":{"a":"1","a":"2"},"weight_map":{}}""", "two metadata")]
    [InlineData("""{"metadata":{}}""", "no weight_map")]
    [InlineData("""{"weight_map":["a"]}""", "an object, which file")]
    [InlineData("""{"weight_map":{"x":1}}""", "should be a text")]
    [InlineData("""{"weight_map":{"nobody":"a.safetensors"}}""", "has no array \"nobody\"")]
    [InlineData("""{"weight_map":""", "no JSON as it should be")]
    public void ALieIsRefused(string index, string words)
    {
        Mx.SaveSafetensors(folder["a.safetensors"], new Dictionary<string, NDArray> { ["x"] = Mx.Ones(2) });
        Assert.Contains(words, Assert.Throws<FileFormatException>(() => Load(index)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsMissingIsNamed() =>
        Assert.Contains("gone.safetensors", Assert.Throws<FileNotFoundException>(() => Load("""{"weight_map":{"x":"gone.safetensors"}}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void AStreamHasNoFilesBesideIt() =>
        FileArrays.Refused(Encoding.UTF8.GetBytes("""{"weight_map":{"x":"a.safetensors"}}"""), "give its path", Mx.LoadArrays);

    private LoadedArrays Load(string index) => Mx.LoadArrays(folder.Write("i.json", Encoding.UTF8.GetBytes(index)));
}
