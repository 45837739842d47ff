namespace Tangent.Kernels;

/// <summary>One step of a recurrence of the first order.</summary>
internal interface IRecurrence<T, TFactor>
    where T : unmanaged
    where TFactor : unmanaged
{
    /// <summary>What follows <paramref name="previous"/>.</summary>
    static abstract T Next(TFactor factor, T previous, T term);
}
