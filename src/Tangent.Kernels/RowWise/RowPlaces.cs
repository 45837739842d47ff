namespace Tangent.Kernels;

/// <summary>Where the values of a row-wise kernel lie while it works on a row: after a table of their addresses.</summary>
internal sealed unsafe class RowPlaces
{
    /// <summary>Bytes of a number's place: stages may repeat it to fill them.</summary>
    public const int NumberBytes = 64;

    private readonly int[] offsets;

    /// <summary>Places for values of rows of <paramref name="length"/> elements.</summary>
    public RowPlaces(RowWiseKernel kernel, bool[] areNumbers, int length)
    {
        int given = kernel.Inputs.Length + kernel.Sums.Length;
        int count = Math.Max(given, kernel.Stages.Max(stage => stage.Writes.Max()) + 1);
        Output = kernel.Stages[^1].Writes[^1];
        offsets = new int[count];
        AreNumbers = [.. areNumbers, .. new bool[count - areNumbers.Length]];
        Bytes = count * sizeof(byte*) + 63 & -64;
        foreach (RowStage stage in kernel.Stages)
            for (int i = 0; i < stage.Writes.Length; i++)
            {
                int value = stage.Writes[i];
                if (value < given)
                    continue;
                AreNumbers[value] = stage.MakesNumber(i);
                offsets[value] = Bytes;
                // Rows of a power of two bytes would all begin in the same sets of the cache without the odd line between them.
                Bytes += NumberBytes + (AreNumbers[value] ? 0 : checked(length * stage.TypeOf(i).Size + 63 & -64));
            }
    }

    /// <summary>For each value, whether it is one number a row.</summary>
    public bool[] AreNumbers { get; }

    /// <summary>The value that is the kernel's output.</summary>
    public int Output { get; }

    /// <summary>Bytes of the table and of the values that stages make.</summary>
    public int Bytes { get; }

    /// <summary>Enters the addresses of the values that stages make, in <paramref name="memory"/>.</summary>
    public void Fill(byte** table, byte* memory)
    {
        for (int value = 0; value < offsets.Length; value++)
            if (offsets[value] != 0)
                table[value] = memory + offsets[value];
    }
}
