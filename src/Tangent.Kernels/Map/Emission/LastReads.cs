namespace Tangent.Kernels;

/// <summary>When the values of a program are no longer needed.</summary>
internal static class LastReads
{
    /// <summary>For each step the number of the last step that reads its value; outputs are read after all.</summary>
    public static int[] Of(Program program)
    {
        var last = new int[program.Instructions.Length];
        for (int i = 0; i < last.Length; i++)
        {
            Instruction step = program.Instructions[i];
            foreach (int argument in (ReadOnlySpan<int>)[step.A, step.B, step.C])
            {
                if (argument >= 0)
                    last[argument] = i;
            }
        }
        foreach (int output in program.Outputs)
            last[output] = int.MaxValue;
        return last;
    }
}
