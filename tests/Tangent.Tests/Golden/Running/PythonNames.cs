namespace Tangent.Tests.Golden.Running;

/// <summary>What Python says with names that C# says otherwise.</summary>
public static class PythonNames
{
    [Mlx("repr")]
    [Mlx("str")]
    public static string Text(NDArray x, int? precision = null)
    {
        using (Mx.WithPrintOptions(precision))
            return ArrayText.Repr(x.Dense());
    }

    [Mlx("repr_dtype")]
    public static string Text(DType dtype) => "mlx.core." + dtype.Name();

    [Mlx("core.array.__getitem__")]
    public static NDArray Read(NDArray x, PythonIndex index) => x[[.. index.Entries.Select(Entry)]];

    private static ArrayIndex Entry(object entry) => entry switch
    {
        NDArray { Literal: not null } literal => literal.Item<int>(),
        NDArray array => array,
        int number => number,
        long number => (int)number,
        GoldenValue.Slice slice => Mx.Every(Whole(slice.Step) ?? 1, Whole(slice.Start), Whole(slice.Stop)),
        GoldenValue.Ellipsis => Mx.Ellipsis,
        _ => Mx.NewAxis,
    };

    private static int? Whole(long? value) => value is { } given ? checked((int)given) : null;
}
