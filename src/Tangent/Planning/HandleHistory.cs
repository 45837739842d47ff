namespace Tangent;

/// <summary>
/// Whether handles that seemed to live when a plan was made turned out to be dead at the next collection. Where they
/// always did, the planner may take that for granted and need not ask the collector (decision 1).
/// </summary>
internal sealed class HandleHistory
{
    private const int MostRecorded = 256;
    private const int MostConfirmations = 1_024;

    /// <summary>The most evaluations that skip the collection after it found nothing.</summary>
    private const int MostSkipped = 16;

    [ThreadStatic] private static HandleHistory? current;

    private readonly List<WeakHandles> recorded = [];
    private readonly Backoff guessing = new(first: 1, MostConfirmations);
    private int collections;

    /// <summary>The history of the calling thread: what one does says little about the others.</summary>
    public static HandleHistory Current => current ??= new();

    /// <summary>True if what seems held may be taken for dead.</summary>
    public bool IsClean => guessing.IsDue;

    /// <summary>When a collection that tells is worth its time.</summary>
    public Backoff Asking { get; } = new(first: 0, MostSkipped);

    /// <summary>An evaluation has ended. A collection in the middle of it told nothing: callers still held what they were about to drop.</summary>
    public void EndEvaluation() => collections = GC.CollectionCount(1);

    /// <summary>Looks, once after each collection between evaluations, at what was recorded before it.</summary>
    public void Inspect()
    {
        int now = GC.CollectionCount(1);
        if (now == collections)
            return;
        collections = now;
        if (recorded.Count == 0)
            return;
        bool isHeld = false, isOld = false;
        foreach (WeakHandles handles in recorded)
            if (handles.Find() is { } array)
                (isHeld, isOld) = GC.GetGeneration(array) < GC.MaxGeneration ? (true, isOld) : (isHeld, true);
        recorded.Clear();
        // Only a full collection would have told of those that earlier ones made old.
        if (isHeld || !isOld)
            Note(isHeld);
    }

    /// <summary>Remembers handles that seem to live, until the next collection tells.</summary>
    public void Record(WeakHandles handles)
    {
        if (recorded.Count < MostRecorded)
            recorded.Add(handles);
    }

    /// <summary>A collection has told, or a node that was taken for dead was asked for. Each error doubles how often it must have been right before the next guess.</summary>
    public void Note(bool isHeld)
    {
        if (isHeld)
            guessing.Fail();
        else
            guessing.Pass();
    }
}
