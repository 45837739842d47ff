using System.Text;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Writes the graph of arrays that are not computed yet in the language of Graphviz: <c>dot -Tsvg graph.dot</c> draws it.</summary>
    /// <param name="file">The file, usually with the ending <c>.dot</c>; none is added.</param>
    /// <param name="outputs">The arrays.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    [Mlx("core.export_to_dot")]
    public static void ExportToDot(string file, params NDArray[] outputs)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        Operands.Require(outputs);
        byte[] text = Encoding.UTF8.GetBytes(DotText.Of(outputs));
        ReplacedFile.Write("ExportToDot", file, stream => stream.Write(text));
    }

    /// <summary>Writes the graph of arrays that are not computed yet in the language of Graphviz.</summary>
    /// <example><code>
    /// var text = new StringWriter();
    /// Mx.ExportToDot(text, Mx.Exp(Mx.Array([1f, 2f])));
    /// Console.WriteLine(text.ToString().Split('\n')[2].Trim()); // n1 [label="Exp\nfloat32[2]", shape=ellipse, style=bold];
    /// </code></example>
    [Mlx("core.export_to_dot")]
    public static void ExportToDot(TextWriter writer, params NDArray[] outputs)
    {
        Operands.Require(outputs);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(DotText.Of(outputs));
    }
}
