using Tangent.Kernels;

namespace Tangent;

/// <summary>One value that a row-wise kernel makes.</summary>
/// <param name="Body">What it is, an expression over other values.</param>
/// <param name="Reads">Those values.</param>
/// <param name="Fold">How the expression's values along the row become one number; null if they do not.</param>
/// <param name="IsOnNumbers">True for one number that is computed from numbers.</param>
/// <param name="Value">The value's index, or that of the sum to which it goes.</param>
/// <param name="Result">The expression by which others read the value.</param>
/// <param name="Pass">The pass over the row in which it is made; numbers are computed before the pass.</param>
internal sealed record RowStep(Expr Body, int[] Reads, FoldOp? Fold, bool IsOnNumbers, int Value, Expr Result, int Pass);
