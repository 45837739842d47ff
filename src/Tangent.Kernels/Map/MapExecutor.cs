namespace Tangent.Kernels;

/// <summary>Runs a program over arrays: out[i] = program(in[i]) for every index i.</summary>
internal static unsafe class MapExecutor
{
    /// <summary>
    /// Computes every output. Outputs are dense row-major and of one shape, to which the inputs' layouts are broadcast
    /// already. An output may be the memory of an input that has its layout and element size.
    /// </summary>
    public static void Run(Program program, BufferView[] inputs, BufferView[] outputs)
    {
        long count = outputs[0].Layout.Count;
        if (count == 0)
            return;
        if (FindScalars(inputs, count, out ulong scalars))
            FlatMap.Run(program, scalars, inputs, outputs, count);
        else
            new StridedMap(program, inputs, outputs).Run();
        // Until here the memory is known by its address only.
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
    }

    /// <summary>
    /// True if every input is dense or a single element, as <paramref name="scalars"/> says by a bit for each input.
    /// </summary>
    private static bool FindScalars(BufferView[] inputs, long count, out ulong scalars)
    {
        scalars = 0;
        if (count == 1)
            return true;
        for (int i = 0; i < inputs.Length; i++)
        {
            Layout layout = inputs[i].Layout;
            if (layout.IsRowMajor)
                continue;
            if (i >= LoopFunctions.MostScalars || !layout.RepeatsOneElement())
                return false;
            scalars |= 1UL << i;
        }
        return true;
    }

    private static bool RepeatsOneElement(this Layout layout)
    {
        for (int axis = 0; axis < layout.Strides.Length; axis++)
        {
            if (layout.Strides[axis] != 0 && layout.Shape[axis] != 1)
                return false;
        }
        return true;
    }
}
