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
}
