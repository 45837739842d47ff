namespace Tangent.Kernels;

/// <summary>Functions of one double that .NET lacks or has without accuracy near 0, by one lane of ours.</summary>
internal static class ScalarFunctions
{
    public static double Expm1(double x) => Lanes128<double>.Get(Kernels.Expm1.Float64(Lanes128<double>.Broadcast(x)), 0);

    public static double Log1p(double x) => Lanes128<double>.Get(Kernels.Log1p.Float64(Lanes128<double>.Broadcast(x)), 0);
}
