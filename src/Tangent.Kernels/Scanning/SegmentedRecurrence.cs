namespace Tangent.Kernels;

/// <summary>A sum that starts afresh wherever the factor is false, whatever it has come to until then.</summary>
internal readonly struct SegmentedRecurrence<T, TArithmetic> : IRecurrence<T, bool>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    public static T Next(bool factor, T previous, T term) => factor ? TArithmetic.Add(previous, term) : term;
}
