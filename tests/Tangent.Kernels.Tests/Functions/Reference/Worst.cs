using Xunit;

namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>The largest error seen and where.</summary>
internal sealed class Worst
{
    private double _error;
    private string _at = "";

    public void Add(double error, object x, object y)
    {
        if (error <= _error) return;
        _error = error;
        _at = $"f({x}) gave {y:R}";
    }

    public void Check<F>(double limit)
    {
        TestContext.Current.SendDiagnosticMessage($"{typeof(F).Name}: {_error:F3} ulp, {_at}");
        Assert.True(_error <= limit, $"{typeof(F).Name}: {_error:F3} ulp, {_at}");
    }
}
