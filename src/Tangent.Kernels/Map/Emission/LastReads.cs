namespace Tangent.Kernels;

/// <summary>When the values of a program are no longer needed.</summary>
internal static class LastReads
{
    /// <summary>For each step the number of the last step that reads its value; outputs are read after all.</summary>
    public static int[] Of(Program program)
    {
        int[] last = BySteps(program);
        foreach (int output in program.Outputs)
            last[output] = int.MaxValue;
        return last;
    }

    /// <summary>For each step the number of the last step that reads its value; -1 if it is stored at most.</summary>
    public static int[] BySteps(Program program)
    {
        var last = new int[program.Instructions.Length];
        Array.Fill(last, -1);
        for (int i = 0; i < last.Length; i++)
        {
            Instruction step = program.Instructions[i];
            foreach (int argument in (ReadOnlySpan<int>)[step.A, step.B, step.C])
            {
                if (argument >= 0)
                    last[argument] = i;
            }
        }
        return last;
    }
}
