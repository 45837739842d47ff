using Tangent.Kernels;

namespace Tangent;

/// <summary>What a node of a row-wise composition is to one row: an expression over the values made so far.</summary>
/// <param name="Body">Its inputs are values of the kernel.</param>
/// <param name="IsNumber">True for one number a row, false for an element of the row.</param>
internal readonly record struct RowValue(Expr Body, bool IsNumber)
{
    /// <summary>True if there is nothing to compute.</summary>
    public bool IsReady => Body.Op is ScalarOp.Input or ScalarOp.Constant;
}
