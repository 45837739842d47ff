namespace Tangent.Kernels;

/// <summary>
/// A fused loop body in static single assignment: instructions in order of dependence, each written once, and which of
/// them are the outputs. Equality is structural, so that compiled code can be cached by it.
/// </summary>
internal sealed class Program : IEquatable<Program>
{
    private readonly int hash;

    /// <summary>A program over <paramref name="inputs"/>, the element types that it loads.</summary>
    public Program(Instruction[] instructions, DType[] inputs, int[] outputs)
    {
        Instructions = instructions;
        Inputs = inputs;
        Outputs = outputs;
        var code = new HashCode();
        foreach (Instruction instruction in instructions)
            code.Add(instruction.GetHashCode());
        foreach (int output in outputs)
            code.Add(output);
        hash = code.ToHashCode();
    }

    /// <summary>The steps; an <see cref="ScalarOp.Input"/> step holds the input's index in its bits.</summary>
    public Instruction[] Instructions { get; }

    /// <summary>Element types of the inputs.</summary>
    public DType[] Inputs { get; }

    /// <summary>The steps whose values are stored.</summary>
    public int[] Outputs { get; }

    /// <summary>What the map executor made of the program.</summary>
    public ProgramRows? Rows { get; set; }

    /// <summary>Flattens expressions; equal subexpressions become one step.</summary>
    public static Program From(DType[] inputs, params ReadOnlySpan<Expr> outputs)
    {
        var builder = new ProgramBuilder();
        var steps = new int[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
            steps[i] = builder.Add(outputs[i]);
        return builder.Build(inputs, steps);
    }

    /// <inheritdoc/>
    public bool Equals(Program? other) =>
        other is not null && hash == other.hash && Outputs.AsSpan().SequenceEqual(other.Outputs)
        && Instructions.AsSpan().SequenceEqual(other.Instructions) && Inputs.AsSpan().SequenceEqual(other.Inputs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Program);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;
}
