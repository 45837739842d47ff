using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Writes the graph of a function to a file: the operations that it makes of arguments of the shapes and types of the examples, and the
    /// arrays that it captures, as constants. <see cref="ImportFunction(string)"/> reads it. The file is there whole or, after an error, as it was before.
    /// </summary>
    /// <remarks>
    /// The function is traced as by <see cref="Compile(Func{NDArray[], NDArray[]})"/>: it must not read values, and random keys are arguments. It
    /// may be, or use, a gradient or any other transform. Rules of <c>CustomFunction</c> are code and stay behind: the file has what the
    /// function computes. Shapes are fixed: for others add a signature by <see cref="Exporter(string, Func{NDArray[], NDArray[]})"/>.
    /// </remarks>
    /// <param name="file">The file, usually with the ending <c>.mlxfn</c> or <c>.safetensors</c>; none is added.</param>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="examples">Arguments, of which shapes and types count.</param>
    /// <exception cref="NotSupportedException">The function uses what no file can hold: a host call.</exception>
    /// <exception cref="InvalidOperationException">It reads values, draws random numbers without a key, or captures an array that depends on a transform in progress.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>
    /// string file = Path.Combine(Path.GetTempPath(), "gelu.mlxfn");
    /// Mx.ExportFunction(file, (NDArray v) => v * (1 + Mx.Erf(v / Math.Sqrt(2))) / 2, Mx.Zeros(2));
    /// ImportedFunction gelu = Mx.ImportFunction(file);
    /// Console.WriteLine($"{gelu.Call(Mx.Array([-1f, 1f]))[0]:f4}"); // [-0.1587, 0.8413]
    /// </code></example>
    [Mlx("core.export_function")]
    [OverloadResolutionPriority(1)]
    public static void ExportFunction(string file, Func<NDArray[], NDArray[]> function, params NDArray[] examples)
    {
        using FunctionExporter exporter = Exporter(file, function);
        exporter.Add(examples);
    }

    /// <summary>Writes the graph of a function of one array to a file.</summary>
    [OverloadResolutionPriority(2)]
    public static void ExportFunction(string file, Func<NDArray, NDArray> function, NDArray example)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(example);
        ExportFunction(file, x => Jacobian.One(function(x[0])), [example]);
    }

    /// <summary>Writes the graph of a function of two arrays to a file.</summary>
    public static void ExportFunction(string file, Func<NDArray, NDArray, NDArray> function, NDArray first, NDArray second)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ExportFunction(file, x => Jacobian.One(function(x[0], x[1])), [first, second]);
    }

    /// <summary>Writes the graph of a function of three arrays to a file.</summary>
    public static void ExportFunction(string file, Func<NDArray, NDArray, NDArray, NDArray> function, NDArray first, NDArray second, NDArray third)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ExportFunction(file, x => Jacobian.One(function(x[0], x[1], x[2])), [first, second, third]);
    }

    /// <summary>Writes the graph of a function of arguments by place and by name to a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="function">The function.</param>
    /// <param name="examples">Arguments by place, of which shapes and types count.</param>
    /// <param name="named">Arguments by name.</param>
    public static void ExportFunction(
        string file, Func<NDArray[], IReadOnlyDictionary<string, NDArray>, NDArray[]> function, NDArray[] examples, IReadOnlyDictionary<string, NDArray> named)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(named);
        using FunctionExporter exporter = Exporter(file, function);
        exporter.Add(examples, named);
    }

    /// <summary>Writes the graph of a function to a stream.</summary>
    /// <param name="stream">Where it is written.</param>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="examples">Arguments, of which shapes and types count.</param>
    public static void ExportFunction(Stream stream, Func<NDArray[], NDArray[]> function, params NDArray[] examples)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(function);
        using var exporter = new FunctionExporter((x, _) => function(x), content => content.To("ExportFunction", stream));
        exporter.Add(examples);
    }
}
