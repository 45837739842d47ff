namespace Tangent;

/// <summary>
/// The weak references on handles that a thread has made. Those whose handle has died are used again: to make one takes
/// 150 ns, and it has a finaliser (decision 1).
/// </summary>
internal sealed class WeakReferences
{
    private const int Fewest = 64;

    [ThreadStatic] private static WeakReferences? current;

    // Those before `used` may have a living handle, the others have none or are yet to be made.
    private WeakReference<NDArray>?[] references = new WeakReference<NDArray>?[Fewest];
    private int used;

    /// <summary>Those of the calling thread.</summary>
    public static WeakReferences Current => current ??= new();

    /// <summary>A reference to a handle.</summary>
    public WeakReference<NDArray> Take(NDArray array)
    {
        if (used == references.Length)
            FindDead();
        ref WeakReference<NDArray>? reference = ref references[used++];
        if (reference is null)
            return reference = new(array);
        reference.SetTarget(array);
        return reference;
    }

    // At least half as many as live are free afterwards, so that each taking pays for a few lookups.
    private void FindDead()
    {
        used = 0;
        for (int i = 0; i < references.Length; i++)
            if (references[i]!.TryGetTarget(out _))
                Swap(used++, i);
        int length = references.Length;
        if (used > length * 2 / 3)
            Array.Resize(ref references, length * 2);
        else if (length > Fewest && used < length / 8)
            Array.Resize(ref references, length / 2);
    }

    private void Swap(int i, int j) => (references[i], references[j]) = (references[j], references[i]);
}
