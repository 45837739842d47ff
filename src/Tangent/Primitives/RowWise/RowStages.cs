using Tangent.Kernels;

namespace Tangent;

/// <summary>The stages of a row-wise kernel while it is made.</summary>
internal sealed class RowStages(IEnumerable<DType> inputs)
{
    private readonly List<DType> types = [.. inputs];
    private readonly List<RowStage> stages = [];

    /// <summary>The stages so far.</summary>
    public RowStage[] All => [.. stages];

    /// <summary>A stage for each element of the row, or for one number.</summary>
    public RowValue Map(RowValue x) => new(Add(x, null), x.IsNumber);

    /// <summary>A stage that folds the row. 16-bit floating types fold in float32 and are rounded once.</summary>
    public RowValue Fold(FoldOp op, RowValue x)
    {
        DType type = x.Body.DType;
        Expr result = Add(new(type.IsHalf ? Expr.Cast(x.Body, DType.Float32) : x.Body, true), op);
        return new(Expr.Cast(result, type), true);
    }

    private Expr Add(RowValue value, FoldOp? fold)
    {
        Program wide = Program.From([.. types], value.Body);
        int[] reads = [.. wide.Instructions.Where(step => step.Op == ScalarOp.Input).Select(step => (int)step.Bits).Distinct()];
        Instruction[] steps = [.. wide.Instructions.Select(step =>
            step.Op == ScalarOp.Input ? step with { Bits = (ulong)Array.IndexOf(reads, (int)step.Bits) } : step)];
        stages.Add(new RowStage(new Program(steps, [.. reads.Select(read => types[read])], wide.Outputs), reads, fold, value.IsNumber));
        types.Add(value.Body.DType);
        return Expr.Input(types.Count - 1, value.Body.DType);
    }
}
