namespace Tangent;

public static partial class Mx
{
    /// <summary>The print options in force.</summary>
    [Mlx("core.get_printoptions")]
    public static PrintOptions GetPrintOptions() => PrintScope.Current;

    /// <summary>Sets the print options of the process or, inside an open scope, those of the scope.</summary>
    /// <param name="precision">Digits after the decimal point, or null for six significant digits at most.</param>
    [Mlx("core.set_printoptions")]
    public static void SetPrintOptions(int? precision = null) =>
        PrintScope.Current = new PrintOptions { Precision = precision };

    /// <summary>Sets the print options of this control flow until the result is disposed.</summary>
    /// <param name="precision">Digits after the decimal point, or null for six significant digits at most.</param>
    [Mlx("core.printoptions")]
    public static IDisposable WithPrintOptions(int? precision = null) =>
        PrintScope.Open(new PrintOptions { Precision = precision });
}
