namespace Tangent.Kernels;

/// <summary>
/// One step on a row, which makes one value: another row, element by element; or one number, by folding a row or from
/// numbers alone.
/// </summary>
/// <param name="Program">The scalar expression, of one output.</param>
/// <param name="Reads">The value that each input of the program is: kernel inputs come first, then the stages' results in order.</param>
/// <param name="Fold">How the expression's values along the row become one number; null if they do not.</param>
/// <param name="IsNumber">True if the result is one number a row: of a fold, or of an expression that reads nothing else.</param>
internal sealed record RowStage(Program Program, int[] Reads, FoldOp? Fold, bool IsNumber);
