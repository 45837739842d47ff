namespace Tangent;

/// <summary>Spares attempts that are likely to be in vain: each failure doubles how many chances must pass before the next.</summary>
/// <param name="first">The chances that pass before the first attempt.</param>
/// <param name="most">The most that pass after failures.</param>
internal sealed class Backoff(int first, int most)
{
    private int required = first;
    private int passed;

    /// <summary>True if enough chances have passed.</summary>
    public bool IsDue => passed >= required;

    /// <summary>A chance has passed.</summary>
    public void Pass() => passed = Math.Min(passed + 1, most);

    /// <summary>The attempt, or what was concluded from the chances that passed, turned out wrong.</summary>
    public void Fail()
    {
        passed = 0;
        required = Math.Clamp(2 * required, 1, most);
    }

    /// <summary>What was concluded turned out right: chances count from here.</summary>
    public void Restart() => passed = 0;
}
