namespace Tangent.Kernels;

/// <summary>
/// One pass over a row, or a computation on numbers alone. A folded output of the program makes one number, any other one
/// an element for each place of the row; on numbers every output is a number.
/// </summary>
/// <param name="Program">The scalar expressions.</param>
/// <param name="Reads">The value that each input of the program is: a kernel's inputs come first, then its sums, then what stages make.</param>
/// <param name="Writes">The value that each output of the program makes, or the sum it goes to.</param>
/// <param name="IsOnNumbers">True if it reads and makes nothing but numbers.</param>
internal sealed record RowStage(Program Program, int[] Reads, int[] Writes, bool IsOnNumbers)
{
    /// <summary>True if an output is one number a row.</summary>
    public bool MakesNumber(int output) => IsOnNumbers || Program.FoldOf(output) is not null;

    /// <summary>The values that it makes, how, and of which.</summary>
    public override string ToString() => $"{Names(Writes)} = {Program} of {Names(Reads)}";

    /// <summary>The type of an output.</summary>
    public DType TypeOf(int output) => Program.Instructions[Program.Outputs[output]].DType;

    private static string Names(int[] values) => string.Join(", ", values.Select(value => $"v{value}"));
}
