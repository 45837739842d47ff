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
        for (int i = 0; i < last.Length; i++)
        {
            last[i] = -1;
            Instruction step = program.Instructions[i];
            Read(step.A, i);
            Read(step.B, i);
            Read(step.C, i);
        }
        return last;

        void Read(int argument, int step)
        {
            if (argument >= 0)
                last[argument] = step;
        }
    }
}
