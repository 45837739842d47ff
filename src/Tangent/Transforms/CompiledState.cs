namespace Tangent;

/// <summary>
/// Arrays that a compiled function captures and may change: they go into its plan as further arguments and come out as
/// further results.
/// </summary>
/// <param name="inputs">A tree of what the function reads.</param>
/// <param name="outputs">A tree of what it changes.</param>
internal sealed class CompiledState(object? inputs, object? outputs)
{
    /// <summary>The arrays that the function reads, as they are now; their form becomes part of the plan's.</summary>
    public NDArray[] Read(List<TreePart> form)
    {
        TreeReader read = TreeReader.Read("Compile", TreeRole.Argument, inputs);
        form.AddRange(read.Parts);
        return read.Arrays;
    }

    /// <summary>
    /// Runs the function with other arrays in place of the state, which is afterwards as it was. Returns what the function
    /// left in the outputs, and which of these it put there as new arrays.
    /// </summary>
    public (NDArray[] After, bool[] IsNew) Run(NDArray[] standIns, Action function)
    {
        NDArray[] read = Arrays(inputs), before = Arrays(outputs);
        NDArray[] handles = [.. read, .. before];
        NDArray[] saved = NDArray.Share(handles);
        try
        {
            for (int i = 0; i < read.Length; i++)
                read[i].Rebind(standIns[i].Share());
            function();
            NDArray[] after = Arrays(outputs);
            if (after.Length != before.Length)
                throw new InvalidOperationException($"Compile: the function changed the number of arrays in its outputs from {before.Length} to {after.Length}; put all there before the first call.");
            return (NDArray.Share(after), [.. after.Select((array, i) => !ReferenceEquals(array, before[i]))]);
        }
        finally
        {
            for (int i = 0; i < handles.Length; i++)
                handles[i].Rebind(saved[i].Share());
            if (Arrays(outputs).Length == before.Length)
                Write(before);
        }
    }

    /// <summary>Puts results of the plan into the outputs.</summary>
    public void Put(NDArray[] values, bool[] isNew)
    {
        NDArray[] now = Arrays(outputs);
        for (int i = 0; i < values.Length; i++)
        {
            if (isNew[i])
                now[i] = values[i];
            else
                now[i].Rebind(values[i]);
        }
        if (Array.IndexOf(isNew, true) >= 0)
            Write(now);
    }

    private static NDArray[] Arrays(object? tree) => TreeReader.Read("Compile", TreeRole.Argument, tree).Arrays;

    private void Write(NDArray[] arrays)
    {
        object? tree = outputs;
        new TreeWriter(arrays, TreeAccess.InPlace).Tree("", ref tree);
    }
}
