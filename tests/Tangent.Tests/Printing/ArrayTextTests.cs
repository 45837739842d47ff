using Tangent.Kernels;
using Tangent.Tests.Golden;
using Xunit;

namespace Tangent.Tests.Printing;

public sealed class ArrayTextTests
{
    public static TheoryData<string> Recorded =>
        [.. GoldenFiles.Bundled.Read("print").Where(golden => golden.Op is "repr" or "str").Select(golden => golden.Id)];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Agrees_with_recorded_text(string id)
    {
        GoldenCase golden = GoldenFiles.Bundled.Read("print").Single(golden => golden.Id == id);
        BufferView view = GoldenBuffers.View((GoldenValue.Array)golden.Arguments[0]);
        int? precision = golden.Named.TryGetValue("precision", out GoldenValue? value) ? (int)((GoldenValue.Integer)value).Value : null;
        using (Mx.WithPrintOptions(precision))
        {
            string text = golden.Op == "repr" ? ArrayText.Repr(view) : ArrayText.Str(view);
            Assert.Equal(((GoldenValue.Text)golden.Out[0]).Value, text);
        }
    }

    [Fact]
    public void Names_element_types_as_recorded() => Assert.All(
        GoldenFiles.Bundled.Read("print").Where(golden => golden.Op == "repr_dtype"),
        golden => Assert.Equal(
            ((GoldenValue.Text)golden.Out[0]).Value,
            "mlx.core." + ((GoldenValue.ElementType)golden.Arguments[0]).Value.Name()));

    [Fact]
    public unsafe void Follows_strides_and_offset()
    {
        BufferView view = BufferView.Allocate(DType.Int16, [6]);
        for (short i = 0; i < 6; i++)
            ((short*)view.Pointer)[i] = i;
        BufferView transposed = view.With(new Layout([3, 2], [1, 3], 0));
        BufferView reversed = view.With(new Layout([2, 2], [0, -2], 5));
        Assert.Equal("array([[0, 3],\n       [1, 4],\n       [2, 5]], dtype=int16)", ArrayText.Repr(transposed));
        Assert.Equal("array([[5, 3],\n       [5, 3]], dtype=int16)", ArrayText.Repr(reversed));
    }

    [Fact]
    public unsafe void Takes_no_time_for_a_huge_broadcast_array()
    {
        BufferView one = BufferView.Allocate(DType.Bool, []);
        *one.Pointer = 1;
        BufferView huge = one.With(new Layout([2_000_000_000], [0], 0));
        Assert.Equal("array([True, True, True, ..., True, True, True], dtype=bool)", ArrayText.Repr(huge));
    }
}
