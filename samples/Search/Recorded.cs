using Spectre.Console;
using Tangent;

namespace Search;

/// <summary>What ONNX Runtime made of three sentences.</summary>
internal static class Recorded
{
    private static readonly string[] Sentences = ["A man is playing a guitar.", "Someone plays an instrument.", "The stock market fell sharply today."];

    private static readonly float[] FirstNumbers = [0.021664083f, -0.0048642103f, -0.009649066f], Cosines = [0.66744614f, -0.054027237f];

    /// <summary>True if a reader makes the same of them within 1e-5; prints by how much they differ.</summary>
    public static bool AreEqual(Reader reader)
    {
        NDArray vectors = reader.Read(Sentences);
        NDArray numbers = Mx.Concatenate([vectors[0, ..3], Mx.MatMul(vectors[1..], vectors[0])]);
        double error = Mx.Max(Mx.Abs(numbers - Mx.Array<float>([.. FirstNumbers, .. Cosines], 5))).Item<float>();
        AnsiConsole.MarkupLine(Report.Text($"largest difference {error:E1}, expected at most 1E-005"));
        return error <= 1e-5;
    }
}
