namespace Tangent.Kernels;

/// <summary>Products of rows with a block of a head's keys or values.</summary>
internal unsafe interface IKeyProducts<T> : IDisposable
    where T : unmanaged
{
    /// <summary>scores[row, key] (+)= x[row]·keys[key], for rows of scores <see cref="KeyBlock.Length"/> apart; columns behind the last key may be written.</summary>
    void Multiply(T* x, int rows, int group, int key, int count, T* scores, bool accumulate = false);

    /// <summary>sums[row] += Σ_key weights[row, key]·keys[key], for rows of sums <paramref name="stride"/> apart.</summary>
    void AddMultiples(T* weights, int rows, int group, int key, int count, T* sums, int stride);
}

/// <summary>How many keys pass at a time.</summary>
internal static class KeyBlock
{
    /// <summary>Keys of a block, a multiple of every tile.</summary>
    public const int Length = 256;
}
