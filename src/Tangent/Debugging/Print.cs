using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Prints an array when it is called, inside transforms too: its value and type, or, where a function is traced that has no values, its shape
    /// and type and the transform.
    /// </summary>
    /// <param name="x">The array; it is evaluated.</param>
    /// <param name="label">What stands before it: as it is written, by default.</param>
    /// <param name="writer">Where it is printed; null for the console.</param>
    /// <example><code>
    /// Mx.Grad((NDArray v) => { NDArray square = v * v; Mx.Print(square); return Mx.Sum(square); })(Mx.Array([3f]));    // square = array([9], dtype=float32)
    /// Mx.Compile((NDArray v) => { NDArray square = v * v; Mx.Print(square); return Mx.Sum(square); })(Mx.Array([3f])); // square = float32[1], traced by Compile
    /// </code></example>
    public static void Print(NDArray x, [CallerArgumentExpression(nameof(x))] string? label = null, TextWriter? writer = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        string text;
        try
        {
            Evaluator.Evaluate(x.Node);
            text = x.ToString();
        }
        catch (NoValueException error)
        {
            text = $"{x.Spec}, traced by {error.Transform}";
        }
        (writer ?? Console.Out).WriteLine(string.IsNullOrEmpty(label) ? text : $"{label} = {text}");
    }
}
