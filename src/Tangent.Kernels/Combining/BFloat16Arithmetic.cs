namespace Tangent.Kernels;

/// <summary>Arithmetic of bfloat16: each result is computed in float32 and rounded.</summary>
internal readonly struct BFloat16Arithmetic : IArithmetic<BFloat16>
{
    public static BFloat16 Zero => default;
    public static BFloat16 One => (BFloat16)1f;
    public static BFloat16 Lowest => (BFloat16)float.NegativeInfinity;
    public static BFloat16 Highest => (BFloat16)float.PositiveInfinity;

    public static BFloat16 Add(BFloat16 x, BFloat16 y) => (BFloat16)((float)x + y);
    public static BFloat16 Multiply(BFloat16 x, BFloat16 y) => (BFloat16)((float)x * y);
    public static BFloat16 Maximum(BFloat16 x, BFloat16 y) => (BFloat16)float.Max(x, y);
    public static BFloat16 Minimum(BFloat16 x, BFloat16 y) => (BFloat16)float.Min(x, y);
    public static bool Less(BFloat16 x, BFloat16 y) => x < y;
    public static bool IsNaN(BFloat16 x) => float.IsNaN(x);
    public static BFloat16 LogAddExp(BFloat16 x, BFloat16 y) => (BFloat16)(float)LogarithmicSum.Of((float)x, (float)y);
}
