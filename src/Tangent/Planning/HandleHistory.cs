namespace Tangent;

/// <summary>
/// Whether handles that seemed to live when a plan was made turned out to be dead at the next collection. Where they
/// always did, the planner may take that for granted and need not ask the collector (decision 1).
/// </summary>
internal sealed class HandleHistory
{
    private const int MostRecorded = 256;
    private const int MostRequired = 1_024;

    [ThreadStatic] private static HandleHistory? current;

    private readonly List<WeakHandles> recorded = [];
    private int collections;
    private int clean;
    private int required = 1;

    /// <summary>The history of the calling thread: what one does says little about the others.</summary>
    public static HandleHistory Current => current ??= new();

    /// <summary>True if what seems held may be taken for dead.</summary>
    public bool IsClean => clean >= required;

    /// <summary>Looks, once after each collection, at what was recorded before it.</summary>
    public void Inspect()
    {
        int now = GC.CollectionCount(1);
        if (now == collections)
            return;
        collections = now;
        if (recorded.Count == 0)
            return;
        Note(isHeld: recorded.Exists(static handles => handles.Find() is not null));
        recorded.Clear();
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
        clean = isHeld ? 0 : Math.Min(clean + 1, MostRequired);
        if (isHeld)
            required = Math.Min(2 * required, MostRequired);
    }
}
