namespace Tangent.Kernels;

/// <summary>
/// A fused loop body in static single assignment: instructions in order of dependence, each written once, and which of
/// them are the outputs. Equality is structural, so that compiled code can be cached by it.
/// </summary>
internal sealed class Program : IEquatable<Program>
{
    private static readonly Program?[] Identities = new Program?[(int)DType.Complex64 + 1];

    private readonly int hash;

    /// <summary>A program over <paramref name="inputs"/>, the element types that it loads, that stores all outputs.</summary>
    public Program(Instruction[] instructions, DType[] inputs, int[] outputs)
        : this(instructions, inputs, outputs, [])
    {
    }

    /// <summary>A program some of whose outputs are folded as <paramref name="folds"/> says: one entry an output, null for stored.</summary>
    public Program(Instruction[] instructions, DType[] inputs, int[] outputs, FoldOp?[] folds)
    {
        Instructions = instructions;
        Inputs = inputs;
        Outputs = outputs;
        foreach (FoldOp? fold in folds)
            FoldedOutputs += fold is null ? 0 : 1;
        Folds = FoldedOutputs == 0 ? [] : folds;
        var code = new HashCode();
        foreach (Instruction instruction in instructions)
            code.Add(instruction.GetHashCode());
        foreach (int output in outputs)
            code.Add(output);
        foreach (FoldOp? fold in Folds)
            code.Add(fold is { } op ? (int)op : -1);
        hash = code.ToHashCode();
    }

    /// <summary>The steps; an <see cref="ScalarOp.Input"/> step holds the input's index in its bits.</summary>
    public Instruction[] Instructions { get; }

    /// <summary>Element types of the inputs.</summary>
    public DType[] Inputs { get; }

    /// <summary>The steps whose values are stored or folded.</summary>
    public int[] Outputs { get; }

    /// <summary>How each output is folded along the loop; null for one that is stored. Empty if all are.</summary>
    public FoldOp?[] Folds { get; }

    /// <summary>The number of outputs that are folded.</summary>
    public int FoldedOutputs { get; }

    /// <summary>True if outputs are folded.</summary>
    public bool IsFolding => FoldedOutputs > 0;

    /// <summary>The fold of an output; null if it is stored.</summary>
    public FoldOp? FoldOf(int output) => IsFolding ? Folds[output] : null;

    /// <summary>What an executor made of the program; only that knows what it is.</summary>
    public object? Executable { get; set; }

    /// <summary>The program that gives its one input.</summary>
    public static Program Identity(DType dtype) => Identities[(int)dtype] ??= From([dtype], Expr.Input(0, dtype));

    /// <summary>Flattens expressions; equal subexpressions become one step.</summary>
    public static Program From(DType[] inputs, params ReadOnlySpan<Expr> outputs)
    {
        var builder = new ProgramBuilder();
        var steps = new int[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
            steps[i] = builder.Add(outputs[i]);
        return builder.Build(inputs, steps);
    }

    /// <summary>The one output as an expression over arguments in the place of the inputs.</summary>
    public Expr Of(Expr[] arguments)
    {
        var steps = new Expr[Instructions.Length];
        for (int i = 0; i < steps.Length; i++)
            steps[i] = Instructions[i].Op == ScalarOp.Input ? arguments[Instructions[i].Bits] : Expr.Of(Instructions[i], steps);
        return steps[Outputs[0]];
    }

    /// <inheritdoc/>
    public override string ToString() => ProgramText.Of(this);

    /// <inheritdoc/>
    public bool Equals(Program? other) =>
        other is not null && hash == other.hash && Outputs.AsSpan().SequenceEqual(other.Outputs) && Folds.AsSpan().SequenceEqual(other.Folds)
        && Instructions.AsSpan().SequenceEqual(other.Instructions) && Inputs.AsSpan().SequenceEqual(other.Inputs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Program);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;
}
