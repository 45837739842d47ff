namespace Tangent.Kernels;

/// <summary>Arithmetic of bool: the sum is "or", the product is "and", false is below true.</summary>
internal readonly struct BoolArithmetic : IArithmetic<bool>
{
    public static bool Zero => false;
    public static bool One => true;
    public static bool Lowest => false;
    public static bool Highest => true;

    public static bool Add(bool x, bool y) => x | y;
    public static bool Multiply(bool x, bool y) => x & y;
    public static bool Maximum(bool x, bool y) => x | y;
    public static bool Minimum(bool x, bool y) => x & y;
    public static bool Less(bool x, bool y) => !x & y;
    public static bool IsNaN(bool x) => false;

    /// <summary>True whatever the arguments: the smallest sum, of two zeros, is log 2.</summary>
    public static bool LogAddExp(bool x, bool y) => true;
}
