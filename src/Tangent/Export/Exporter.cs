namespace Tangent;

public static partial class Mx
{
    /// <summary>Exports a function for several combinations of shapes and types, to a file that is written when the exporter is disposed.</summary>
    /// <param name="file">The file, usually with the ending <c>.mlxfn</c> or <c>.safetensors</c>; none is added.</param>
    /// <param name="function">The function. What it captures becomes constants of the file.</param>
    /// <example><code>
    /// string file = Path.Combine(Path.GetTempPath(), "norm.safetensors");
    /// using (FunctionExporter exporter = Mx.Exporter(file, x => [Mx.Sqrt(Mx.Sum(x[0] * x[0]))]))
    /// {
    ///     exporter.Add(Mx.Zeros(2));
    ///     exporter.Add(Mx.Zeros((2, 2)));
    /// }
    /// ImportedFunction norm = Mx.ImportFunction(file);
    /// Console.WriteLine(norm.Call(Mx.Array([3f, 4f]))[0]);              // array(5, dtype=float32)
    /// Console.WriteLine(string.Join(" and ", norm.Signatures)); // (float32[2]) → (float32[]) and (float32[2,2]) → (float32[])
    /// </code></example>
    [Mlx("core.exporter")]
    public static FunctionExporter Exporter(string file, Func<NDArray[], NDArray[]> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Exporter(file, (x, _) => function(x));
    }

    /// <summary>Exports a function of arguments by place and by name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="function">The function.</param>
    [Mlx("core.exporter")]
    public static FunctionExporter Exporter(string file, Func<NDArray[], IReadOnlyDictionary<string, NDArray>, NDArray[]> function)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(function);
        return new(function, content => content.To("ExportFunction", file, ""));
    }
}
