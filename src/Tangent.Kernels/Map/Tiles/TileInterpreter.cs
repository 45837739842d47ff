namespace Tangent.Kernels;

/// <summary>
/// Runs a program loop by loop over tiles that stay in the first-level cache. Tiles of a multiple of
/// <see cref="ElementLoop.Padding"/> elements are read and written where they lie; the rest is copied to padded scratch
/// memory, where the lanes beyond its end hold anything, and back.
/// </summary>
internal sealed unsafe class TileInterpreter(TilePlan plan)
{
    [ThreadStatic] private static ThreadScratch? scratch;

    /// <inheritdoc cref="LoopFunction"/>
    public void Run(byte** inputs, byte** outputs, long count)
    {
        int tableBytes = (plan.Values.Length * sizeof(byte*) + 63) & -64;
        byte* memory = (scratch ??= new()).Reserve(tableBytes + plan.ScratchBytes);
        byte** values = (byte**)memory;
        for (int i = 0; i < plan.Offsets.Length; i++)
            values[i] = memory + tableBytes + plan.Offsets[i];
        FillScalars(inputs, values, Math.Min(count, plan.TileLength));
        long whole = count & -ElementLoop.Padding;
        for (long start = 0; start < whole; start += plan.TileLength)
            RunWhole(inputs, outputs, values, start, Math.Min(plan.TileLength, whole - start));
        if (whole < count)
            RunRest(inputs, outputs, values, memory + tableBytes, whole, count - whole);
    }

    private void FillScalars(byte** inputs, byte** values, long count)
    {
        for (int i = 0; i < plan.Values.Length; i++)
        {
            TileValue value = plan.Values[i];
            ulong bits = value.Bits;
            if (value.Kind == TileValueKind.Constant)
                Elements.Fill(values[i], (byte*)&bits, value.Size, count);
            else if (value.Kind == TileValueKind.Scalar)
                Elements.Fill(values[i], inputs[bits], value.Size, count);
        }
    }

    private void RunWhole(byte** inputs, byte** outputs, byte** values, long start, long count)
    {
        for (int i = 0; i < plan.Values.Length; i++)
        {
            TileValue value = plan.Values[i];
            if (value.Kind == TileValueKind.Input)
                values[i] = inputs[value.Bits] + start * value.Size;
        }
        for (int i = 0; i < plan.Outputs.Length; i++)
        {
            if (plan.IsDirect[i])
                values[plan.Outputs[i]] = outputs[i] + start * plan.Values[plan.Outputs[i]].Size;
        }
        RunSteps(values, count);
        for (int i = 0; i < plan.Outputs.Length; i++)
        {
            int value = plan.Outputs[i], size = plan.Values[value].Size;
            if (!plan.IsDirect[i])
                Elements.Copy(outputs[i] + start * size, values[value], size, count);
        }
    }

    private void RunRest(byte** inputs, byte** outputs, byte** values, byte* places, long start, long count)
    {
        for (int i = 0; i < plan.Values.Length; i++)
        {
            TileValue value = plan.Values[i];
            values[i] = places + plan.Offsets[i];
            if (value.Kind == TileValueKind.Input)
                Elements.Copy(values[i], inputs[value.Bits] + start * value.Size, value.Size, count);
        }
        RunSteps(values, count);
        for (int i = 0; i < plan.Outputs.Length; i++)
        {
            int value = plan.Outputs[i], size = plan.Values[value].Size;
            Elements.Copy(outputs[i] + start * size, values[value], size, count);
        }
    }

    private void RunSteps(byte** values, long count)
    {
        foreach (TileStep step in plan.Steps)
        {
            step.Loop.Run(
                values[step.Destination],
                step.X < 0 ? null : values[step.X],
                step.Y < 0 ? null : values[step.Y],
                step.Z < 0 ? null : values[step.Z],
                count);
        }
    }
}
