namespace Tangent;

/// <summary>An array of a file, made when it is first asked for.</summary>
/// <param name="make">Makes it, or says why there is none.</param>
internal sealed class LoadedArray(Func<NDArray> make)
{
    private NDArray? array;

    /// <summary>A handle on it; null if it is of a type that no array has.</summary>
    public NDArray? TryShare()
    {
        try
        {
            return Share();
        }
        catch (FileFormatException)
        {
            return null;
        }
    }

    /// <summary>A handle on it: all are of one array, so it is read once.</summary>
    public NDArray Share()
    {
        NDArray made = Volatile.Read(ref array) ?? make();
        return (Interlocked.CompareExchange(ref array, made, null) ?? made).Share();
    }
}
