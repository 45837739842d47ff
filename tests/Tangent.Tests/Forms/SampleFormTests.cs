using Xunit;

namespace Tangent.Tests.Forms;

/// <summary>The forms of the sample, which ./dev aot runs trimmed and under Native AOT too.</summary>
public class SampleFormTests
{
    public static TheoryData<string> Names => [.. TreeForms.Forms.All.Select(form => form.Name)];

    [Theory, MemberData(nameof(Names))]
    public void IsDifferentiatedMappedCompiledOnceAndFlattened(string name) =>
        Assert.Null(TreeForms.Forms.All.Single(form => form.Name == name).Check());
}
