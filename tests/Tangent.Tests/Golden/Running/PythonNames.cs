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
    public static NDArray Read(NDArray x, PythonIndex index) => x[(ArrayIndex[])[.. index.Entries.Select(Entry)]];

    [Mlx("core.array.__setitem__")]
    public static NDArray Write(NDArray x, PythonIndex index, NDArray value)
    {
        x[(ArrayIndex[])[.. index.Entries.Select(Entry)]] = value;
        return x;
    }

    [Mlx("core.array.at.add")]
    public static NDArray Add(NDArray x, PythonIndex index, NDArray value) => Part(x, index).Add(value);

    [Mlx("core.array.at.subtract")]
    public static NDArray Subtract(NDArray x, PythonIndex index, NDArray value) => Part(x, index).Subtract(value);

    [Mlx("core.array.at.multiply")]
    public static NDArray Multiply(NDArray x, PythonIndex index, NDArray value) => Part(x, index).Multiply(value);

    [Mlx("core.array.at.divide")]
    public static NDArray Divide(NDArray x, PythonIndex index, NDArray value) => Part(x, index).Divide(value);

    [Mlx("core.array.at.maximum")]
    public static NDArray Maximum(NDArray x, PythonIndex index, NDArray value) => Part(x, index).Maximum(value);

    [Mlx("core.array.at.minimum")]
    public static NDArray Minimum(NDArray x, PythonIndex index, NDArray value) => Part(x, index).Minimum(value);

    private static ArrayPart Part(NDArray x, PythonIndex index) => x.At[(ArrayIndex[])[.. index.Entries.Select(Entry)]];

    private static ArrayIndex Entry(object entry) => entry switch
    {
        NDArray { Literal: not null } literal => literal.Item<int>(),
        NDArray array => array,
        int number => number,
        long number => (int)number,
        GoldenValue.Slice slice => Mx.Every(slice.Step ?? 1, slice.Start, slice.Stop),
        GoldenValue.Ellipsis => Mx.Ellipsis,
        _ => Mx.NewAxis,
    };
}
