using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The stages of a row-wise kernel while it is made: whatever can be computed in the same pass over a row is, since a pass
/// costs more than what it computes. Only what depends on a fold has to wait for the next pass.
/// </summary>
internal sealed class RowStages
{
    private readonly List<DType> types;
    private readonly int inputs;
    private readonly int given;
    private readonly List<int> readyAt;
    private readonly List<RowStep> steps = [];

    /// <summary>Starts with the values of the inputs, and of the sums over all rows.</summary>
    public RowStages(DType[] inputs, DType[] sums)
    {
        this.inputs = inputs.Length;
        types = [.. inputs, .. sums];
        given = types.Count;
        readyAt = [.. types.Select(_ => 0)];
    }

    /// <summary>An element for each place of the row, or one number.</summary>
    public RowValue Map(RowValue x) => new(Add(x, null, types.Count), x.IsNumber);

    /// <summary>The fold of a row. 16-bit floating types fold in float32 and are rounded once.</summary>
    public RowValue Fold(FoldOp op, RowValue x)
    {
        DType type = x.Body.DType;
        Expr result = Add(new(type.IsHalf ? Expr.Cast(x.Body, DType.Float32) : x.Body, false), op, types.Count);
        return new(Expr.Cast(result, type), true);
    }

    /// <summary>Adds a row to one of the sums over all rows.</summary>
    public void AddTo(int sum, RowValue x)
    {
        Expr before = Expr.Input(inputs + sum, types[inputs + sum]);
        Add(new(Expr.Binary(ScalarOp.Add, before, x.Body), false), null, inputs + sum);
    }

    /// <summary>The stages that make a value, the last one's last output, and the sums.</summary>
    public RowStage[] Finish(RowValue output)
    {
        int value = types.Count;
        Add(output, null, value);
        int last = readyAt.Max();
        // A pass comes after its numbers; if the output is one, it comes after all.
        if (output.IsNumber && steps.Exists(step => step.Pass == last && !step.IsOnNumbers))
            last++;
        steps[^1] = steps[^1] with { Pass = last };
        HashSet<int> stored = Stored();
        var stages = new List<RowStage>();
        for (int pass = 0; pass <= last; pass++)
            foreach (bool isOnNumbers in (ReadOnlySpan<bool>)[true, false])
                if (steps.FindAll(step => step.Pass == pass && step.IsOnNumbers == isOnNumbers) is [_, ..] together)
                    stages.Add(RowPass.Stage(together, [.. types], stored));
        return [.. stages];
    }

    // The sums, the output, and what is read in another pass than that which makes it.
    private HashSet<int> Stored()
    {
        HashSet<int> stored = [.. Enumerable.Range(0, given), steps[^1].Value];
        foreach (RowStep made in steps)
            if (steps.Exists(step => Array.IndexOf(step.Reads, made.Value) >= 0 && (step.Pass, step.IsOnNumbers) != (made.Pass, made.IsOnNumbers)))
                stored.Add(made.Value);
        return stored;
    }

    private Expr Add(RowValue x, FoldOp? fold, int value)
    {
        int[] reads = RowPass.Reads(Program.From([.. types], x.Body));
        int pass = reads.Select(read => readyAt[read]).DefaultIfEmpty(0).Max();
        Expr result = Expr.Input(value, x.Body.DType);
        steps.Add(new RowStep(x.Body, reads, fold, x.IsNumber, value, result, pass));
        if (value == types.Count)
        {
            types.Add(x.Body.DType);
            readyAt.Add(fold is null ? pass : pass + 1);
        }
        return result;
    }
}
