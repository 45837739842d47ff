namespace Tangent.Kernels;

/// <summary>
/// Gives the values of a plan their places in scratch memory. A step's result takes the place of one that no later
/// step reads; values that live in the caller's memory need only room for the elements beyond the last whole tile.
/// </summary>
internal sealed class TilePlaces
{
    private readonly TilePlan plan;
    private readonly int[] slots;
    private readonly int slotCount;
    private readonly int elementBytes;

    public TilePlaces(TilePlan plan)
    {
        this.plan = plan;
        slots = new int[plan.Values.Length];
        slotCount = Assign();
        elementBytes = 1;
        foreach (TileValue value in plan.Values)
            elementBytes = Math.Max(elementBytes, value.Size);
    }

    /// <summary>The bytes of all places, after <see cref="Offsets"/>.</summary>
    public int Bytes { get; private set; }

    /// <summary>Whether all values lie in the caller's memory.</summary>
    public bool HasNoSlots => slotCount == 0;

    /// <summary>The longest tile whose slots fit in <paramref name="cacheBytes"/>, but never less than the padding.</summary>
    public int TileLength(int cacheBytes, int longest)
    {
        int fitting = cacheBytes / (Math.Max(1, slotCount) * elementBytes);
        return Math.Clamp(fitting & -ElementLoop.Padding, ElementLoop.Padding, longest);
    }

    /// <summary>The first byte of each value: the slots, then the short places.</summary>
    public int[] Offsets(int tileLength)
    {
        int next = slotCount * tileLength * elementBytes;
        var offsets = new int[slots.Length];
        for (int value = 0; value < slots.Length; value++)
        {
            offsets[value] = slots[value] >= 0 ? slots[value] * tileLength * elementBytes : next;
            next += slots[value] >= 0 ? 0 : ElementLoop.Padding * plan.Values[value].Size;
        }
        Bytes = next;
        return offsets;
    }

    private int Assign()
    {
        int[] lastRead = LastReads();
        var free = new List<int>();
        int count = 0;
        for (int value = 0; value < slots.Length; value++)
            slots[value] = plan.Values[value].Kind is TileValueKind.Scalar or TileValueKind.Constant ? count++ : -1;
        for (int i = 0; i < plan.Steps.Length; i++)
        {
            TileStep step = plan.Steps[i];
            if (!IsDirect(step.Destination))
                slots[step.Destination] = TakeSlot(free, ref count);
            Release(step.X);
            Release(step.Y);
            Release(step.Z);

            void Release(int argument)
            {
                if (argument < 0 || lastRead[argument] != i || slots[argument] < 0 || !IsResult(argument))
                    return;
                free.Add(slots[argument]);
                // A step may read one value twice.
                lastRead[argument] = -1;
            }
        }
        return count;
    }

    private static int TakeSlot(List<int> free, ref int count)
    {
        if (free.Count == 0)
            return count++;
        int slot = free[^1];
        free.RemoveAt(free.Count - 1);
        return slot;
    }

    private int[] LastReads()
    {
        var lastRead = new int[slots.Length];
        for (int i = 0; i < plan.Steps.Length; i++)
        {
            TileStep step = plan.Steps[i];
            if (step.X >= 0)
                lastRead[step.X] = i;
            if (step.Y >= 0)
                lastRead[step.Y] = i;
            if (step.Z >= 0)
                lastRead[step.Z] = i;
        }
        foreach (int output in plan.Outputs)
            lastRead[output] = int.MaxValue;
        return lastRead;
    }

    private bool IsResult(int value) => plan.Values[value].Kind == TileValueKind.Result;

    private bool IsDirect(int value)
    {
        int output = Array.IndexOf(plan.Outputs, value);
        return output >= 0 && plan.IsDirect[output];
    }
}
