namespace Tangent.Kernels;

/// <summary>A program as the tile interpreter runs it: loops, the values between them, and where those lie.</summary>
internal sealed class TilePlan
{
    // Half of a first-level cache of 32 KB holds the values, the rest the inputs and outputs that stream by.
    private const int CacheBytes = 16 * 1024;
    private const int LongestTile = 1024;

    // A step that is alone, from memory to memory, needs no tiles; loops take lengths that are an int.
    private const int LongestAlone = 1 << 24;

    private TilePlan(TileValue[] values, TileStep[] steps, int[] outputs, bool[] direct)
    {
        Values = values;
        Steps = steps;
        Outputs = outputs;
        IsDirect = direct;
        var places = new TilePlaces(this);
        TileLength = steps.Length == 1 && places.HasNoSlots ? LongestAlone : places.TileLength(CacheBytes, LongestTile);
        Offsets = places.Offsets(TileLength);
        ScratchBytes = places.Bytes;
    }

    /// <summary>All values. Values that no step makes come before the first step that reads them.</summary>
    public TileValue[] Values { get; }

    /// <summary>The loops in order.</summary>
    public TileStep[] Steps { get; }

    /// <summary>The value of each output.</summary>
    public int[] Outputs { get; }

    /// <summary>
    /// For each output, whether its step may write to the output itself: when it does, no later step reads an input,
    /// whose memory the output may share.
    /// </summary>
    public bool[] IsDirect { get; }

    /// <summary>Elements per tile, a multiple of <see cref="ElementLoop.Padding"/>.</summary>
    public int TileLength { get; }

    /// <summary>Where each value's tile starts in the scratch memory.</summary>
    public int[] Offsets { get; }

    /// <summary>The scratch memory that a run needs.</summary>
    public int ScratchBytes { get; }

    /// <summary>
    /// Plans a program for inputs of which those whose bit is set in <paramref name="scalars"/> are single elements.
    /// </summary>
    public static TilePlan Of(Program program, ulong scalars)
    {
        var builder = new TilePlanBuilder(program, scalars);
        int[] outputs = builder.Build();
        TileStep[] steps = [.. builder.Steps];
        TileValue[] values = [.. builder.Values];
        return new TilePlan(values, steps, outputs, DirectOutputs(values, steps, outputs));
    }

    private static bool[] DirectOutputs(TileValue[] values, TileStep[] steps, int[] outputs)
    {
        bool IsInput(int value) => value >= 0 && values[value].Kind == TileValueKind.Input;
        // Steps are counted from one: values that no step makes have zero.
        int lastRead = 0;
        var makers = new int[values.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            makers[steps[i].Destination] = i + 1;
            if (IsInput(steps[i].X) || IsInput(steps[i].Y) || IsInput(steps[i].Z))
                lastRead = i + 1;
        }
        var direct = new bool[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            int maker = makers[outputs[i]];
            direct[i] = maker > 0 && maker >= lastRead && Array.IndexOf(outputs, outputs[i]) == i;
        }
        return direct;
    }
}

/// <summary>One loop of a <see cref="TilePlan"/> and the numbers of its values; -1 where an argument is absent.</summary>
internal sealed record TileStep(ElementLoop Loop, int Destination, int X, int Y, int Z);

/// <summary>A value of a <see cref="TilePlan"/>: a tile of elements of <paramref name="Size"/> bytes.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Size">Bytes per element.</param>
/// <param name="Bits">The index of the input, or the literal's representation.</param>
internal sealed record TileValue(TileValueKind Kind, int Size, ulong Bits);

/// <summary>Where a value of a <see cref="TilePlan"/> comes from.</summary>
internal enum TileValueKind : byte
{
    /// <summary>The elements of an input, read where they lie.</summary>
    Input,
    /// <summary>The one element of an input, repeated.</summary>
    Scalar,
    /// <summary>A literal, repeated.</summary>
    Constant,
    /// <summary>The result of a step.</summary>
    Result,
}
