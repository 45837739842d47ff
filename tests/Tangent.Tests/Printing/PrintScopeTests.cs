using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Printing;

public sealed class PrintScopeTests
{
    [Fact]
    public void Scopes_nest_and_end()
    {
        Assert.Null(Mx.GetPrintOptions().Precision);
        using (Mx.WithPrintOptions(precision: 3))
        {
            using (Mx.WithPrintOptions(precision: 1))
                Assert.Equal(1, Mx.GetPrintOptions().Precision);
            Assert.Equal(3, Mx.GetPrintOptions().Precision);
        }
        Assert.Null(Mx.GetPrintOptions().Precision);
    }

    [Fact]
    public void A_setting_inside_a_scope_ends_with_it()
    {
        using (Mx.WithPrintOptions())
        {
            Mx.SetPrintOptions(precision: 2);
            Assert.Equal(2, Mx.GetPrintOptions().Precision);
        }
        Assert.Null(Mx.GetPrintOptions().Precision);
    }

    [Fact]
    public async Task Other_flows_do_not_see_a_scope()
    {
        Task<int?> other;
        using (ExecutionContext.SuppressFlow())
            other = Task.Run(() => Mx.GetPrintOptions().Precision);
        using (Mx.WithPrintOptions(precision: 5))
        {
            await Task.Yield();
            Assert.Equal(5, Mx.GetPrintOptions().Precision);
            Assert.Null(await other);
        }
    }

    [Fact]
    public unsafe void A_precision_shows_as_decimals()
    {
        BufferView view = BufferView.Allocate(DType.Float32, []);
        *(float*)view.Pointer = 0.5f;
        using (Mx.WithPrintOptions(precision: 3))
            Assert.Equal("array(0.500, dtype=float32)", ArrayText.Repr(view));
    }

    [Fact]
    public void A_negative_precision_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.WithPrintOptions(precision: -1));
}
