using Xunit;

namespace Tangent.Tests.Golden.Running;

public sealed class GoldenRunnerTests
{
    private const string One = """{"dtype":"float32","shape":[],"b64":"AACAPw=="}""";
    private const string Two = """{"dtype":"float32","shape":[],"b64":"AAAAQA=="}""";
    private const string Exact = """{"rtol":0,"atol":0}""";

    [Fact]
    public void A_result_that_agrees_passes() =>
        Assert.Equal(GoldenOutcome.Passed, Run("core.add", $"{One},{One}", $"\"out\":[{Two}],\"tol\":{Exact}").Outcome);

    [Fact]
    public void A_result_that_differs_fails()
    {
        GoldenResult result = Run("core.add", $"{One},{Two}", $"\"out\":[{Two}],\"tol\":{Exact}");
        Assert.Equal(GoldenOutcome.Failed, result.Outcome);
        Assert.Equal("element [] is 3, recorded is 2", result.Reason);
    }

    [Fact]
    public void A_peculiarity_need_not_be_followed() =>
        Assert.Equal(GoldenOutcome.Passed, Run("core.add", $"{One},{Two}", $"\"out\":[{Two}],\"tol\":{Exact},\"quirk\":\"2\"").Outcome);

    [Fact]
    public void A_name_that_is_not_there_is_reported() =>
        Assert.Equal(GoldenOutcome.NoOp, Run("core.nowhere", One, $"\"out\":[{Two}],\"tol\":{Exact}").Outcome);

    [Fact]
    public void Arguments_that_no_overload_takes_fail() =>
        Assert.Contains("no overload", Run("core.add", One, $"\"out\":[{Two}],\"tol\":{Exact}").Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("sample.refusing", "", GoldenOutcome.Passed)]
    [InlineData("sample.crashing", "", GoldenOutcome.Failed)]
    [InlineData("sample.array", "", GoldenOutcome.Failed)]
    [InlineData("sample.array", ",\"limit\":\"only there\"", GoldenOutcome.Passed)]
    public void A_call_that_must_fail_must_be_refused_clearly(string op, string more, GoldenOutcome expected) =>
        Assert.Equal(expected, Run(op, One, "\"error\":true" + more).Outcome);

    [Theory]
    [InlineData(Two, GoldenOutcome.Passed)]
    [InlineData(One, GoldenOutcome.Failed)]
    public void Tangents_are_compared(string tangent, GoldenOutcome expected) => Assert.Equal(expected, Run("core.add", $"{One},{One}",
        $$"""
        "out":[{{Two}}],"tol":{{Exact}},"jvp":{"tangents":[{{Two}},null],"out":[{{tangent}}]}
        """).Outcome);

    [Theory]
    [InlineData(Two, GoldenOutcome.Passed)]
    [InlineData(One, GoldenOutcome.Failed)]
    public void Cotangents_are_compared(string cotangent, GoldenOutcome expected) => Assert.Equal(expected, Run("core.multiply", $"{Two},{One}",
        $$"""
        "out":[{{Two}}],"tol":{{Exact}},"vjp":{"cotangents":[{{One}}],"out":[null,{{cotangent}}]}
        """).Outcome);

    [Theory]
    [InlineData("[-3,-1,null]", "[2]", "AwAAAAQAAAA=")]
    [InlineData("[-2,-4,-1]", "[2]", "BAAAAAMAAAA=")]
    [InlineData("[-9223372036854775808,2,null]", "[2]", "AAAAAAEAAAA=")]
    [InlineData("[4,9223372036854775807,1]", "[2]", "BAAAAAUAAAA=")]
    public void Slices_count_from_the_end_as_in_Python(string slice, string shape, string elements) =>
        Assert.Equal(GoldenOutcome.Passed, Run(
            "core.array.__getitem__",
            """{"dtype":"int32","shape":[6],"b64":"AAAAAAEAAAACAAAAAwAAAAQAAAAFAAAA"},{"index":[{"slice":""" + slice + "}]}",
            $$"""
            "out":[{"dtype":"int32","shape":{{shape}},"b64":"{{elements}}"}],"tol":{{Exact}}
            """).Outcome);

    private static GoldenResult Run(string op, string arguments, string rest) =>
        GoldenRunner.Run(new GoldenCase($"{{\"id\":\"sample\",\"op\":\"{op}\",\"args\":[{arguments}],\"kwargs\":{{}},{rest}}}"));
}
