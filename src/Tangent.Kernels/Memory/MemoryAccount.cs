using System.Globalization;

namespace Tangent.Kernels;

/// <summary>Counts the bytes of a pool and holds them to a limit.</summary>
internal sealed class MemoryAccount(long limit)
{
    private long active;
    private long peak;
    private long total;
    private long limit = limit;

    /// <summary>Bytes in use.</summary>
    public long Active => Volatile.Read(ref active);

    /// <summary>The most bytes in use since the last <see cref="ResetPeak"/>.</summary>
    public long Peak => Volatile.Read(ref peak);

    /// <summary>Bytes held from the operating system.</summary>
    public long Total => Volatile.Read(ref total);

    /// <summary>Bytes held and not in use.</summary>
    public long Cached => Math.Max(0, Total - Active);

    /// <summary>The most bytes in use.</summary>
    public long Limit => Volatile.Read(ref limit);

    /// <summary>Sets <see cref="Limit"/> and returns the previous one.</summary>
    public long SetLimit(long bytes) => Interlocked.Exchange(ref limit, bytes);

    /// <summary>Starts a new peak.</summary>
    public void ResetPeak() => Volatile.Write(ref peak, Active);

    /// <summary>Notes bytes taken from the operating system.</summary>
    public void Register(long bytes) => Interlocked.Add(ref total, bytes);

    /// <summary>Notes bytes given back to the operating system.</summary>
    public void Forget(long bytes) => Interlocked.Add(ref total, -bytes);

    /// <summary>Bytes are no longer in use.</summary>
    public void Unreserve(long bytes) => Interlocked.Add(ref active, -bytes);

    /// <summary>The error for <paramref name="asked"/> bytes that are not to be had.</summary>
    public InsufficientMemoryException Refusal(long asked, Exception? cause = null) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Cannot allocate {asked:N0} bytes: arrays hold {Active:N0} bytes and the memory limit is {Limit:N0} bytes. " +
        $"Drop arrays that are no longer needed, or raise the limit with SetMemoryLimit."), cause);

    /// <summary>Bytes come into use, if then at most <paramref name="most"/> are.</summary>
    public bool TryReserve(long bytes, long most)
    {
        long before = Active;
        while (before <= most - bytes)
        {
            long seen = Interlocked.CompareExchange(ref active, before + bytes, before);
            if (seen == before)
            {
                RaisePeak(before + bytes);
                return true;
            }
            before = seen;
        }
        return false;
    }

    private void RaisePeak(long bytes)
    {
        long before = Peak;
        while (bytes > before)
        {
            long seen = Interlocked.CompareExchange(ref peak, bytes, before);
            if (seen == before)
                return;
            before = seen;
        }
    }
}
