namespace Tangent;

/// <summary>
/// A function as data. Its values are numbered: first the inputs, then the constants that it reads, then the results of its operations in
/// their order.
/// </summary>
/// <param name="Inputs">Shapes and types of the inputs.</param>
/// <param name="Constants">The constants, by their numbers in the file.</param>
/// <param name="Operations">What is computed; each reads values that are there before it.</param>
/// <param name="Results">The values that are the results.</param>
internal sealed record ExportedGraph(ArraySpec[] Inputs, int[] Constants, ExportedOperation[] Operations, int[] Results)
{
    /// <summary>The number of the first value that an operation makes.</summary>
    public int Given => Inputs.Length + Constants.Length;

    /// <summary>Makes the operations again on other inputs.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="constants">All constants of the file.</param>
    public NDArray[] Run(NDArray[] x, NDArray[] constants)
    {
        List<NDArray> values = [.. x, .. Constants.Select(constant => constants[constant])];
        foreach (ExportedOperation operation in Operations)
            values.AddRange(operation.Primitive.ApplyAll(Array.ConvertAll(operation.Inputs, input => values[input])));
        return [.. Results.Select(result => values[result].Share())];
    }
}
