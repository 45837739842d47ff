namespace Tangent;

/// <summary>What the earlier evaluations of a thread tell about the readers that values seem to have. What one thread does says little about the others.</summary>
internal sealed class Experience
{
    /// <summary>The most evaluations in a row in which handles count, after one that took a living one for dead.</summary>
    private const int MostCautious = 1_024;

    /// <summary>The most evaluations in a row that keep values for readers of which none comes.</summary>
    private const int MostTrusting = 16;

    [ThreadStatic] private static Experience? current;

    private readonly Backoff daring = new(first: 0, MostCautious);
    private readonly Backoff doubting = new(first: 0, MostTrusting);

    /// <summary>That of the calling thread.</summary>
    public static Experience Current => current ??= new();

    /// <summary>
    /// True if what seems to be read outside the plan is worth memory without bound. A handle may seem alive to a young
    /// collection because something dead and older refers to it, and then all that its graph reads seems to be read: so
    /// readers are doubted until one comes for a value that had to go, and again once values were kept in vain.
    /// </summary>
    public bool TrustsReaders => !doubting.IsDue;

    /// <summary>Learns from what earlier evaluations made of the nodes of a plan. All of what they were told at once counts once.</summary>
    public void Learn(List<Node> nodes)
    {
        bool wasAlive = false, wasMissed = false, wasKept = false;
        foreach (Node node in nodes)
        {
            if (node.Judgement == Judgement.None)
                continue;
            bool isThere = node.Value is not null;
            wasAlive |= !isThere && node.Judgement == Judgement.TakenForDead;
            wasMissed |= !isThere && node.Judgement == Judgement.Doubted;
            wasKept |= isThere && node.Judgement == Judgement.Trusted;
            node.Judgement = Judgement.None;
        }
        // What a missed value is computed from again was not asked for itself.
        if (wasMissed)
        {
            doubting.Fail();
            return;
        }
        if (wasAlive)
            daring.Fail();
        if (wasKept)
            doubting.Restart();
    }

    /// <summary>
    /// True if handles count in the evaluation that begins. One that still seems to live hardly ever does: most are
    /// temporaries that no collection has seen yet. Whoever reads such an array after all has it computed again, and from
    /// then on handles count for a while, each time twice as long.
    /// </summary>
    public bool CountsHandles()
    {
        bool isDaring = daring.IsDue;
        daring.Pass();
        return !isDaring;
    }

    /// <summary>Values were kept for their readers.</summary>
    public void Trusted() => doubting.Pass();
}
