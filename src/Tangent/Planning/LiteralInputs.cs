using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Collects the literals of a fused loop as its inputs, from the place <paramref name="first"/> on: a number that changes from
/// call to call, as a step count does, must not make a new body each time.
/// </summary>
internal sealed class LiteralInputs(int first)
{
    // What is beyond is part of the body: a loop cannot read further inputs as single elements.
    private readonly int most = LoopFunctions.MostScalars - first;
    private readonly List<Constant> literals = [];

    /// <summary>How the body reads a literal; equal ones are one input.</summary>
    public Instruction Find(Constant literal)
    {
        int index = literals.IndexOf(literal);
        if (index < 0)
        {
            if (literals.Count >= most)
                return Instruction.Constant(literal.DType, literal.Bits);
            index = literals.Count;
            literals.Add(literal);
        }
        return Instruction.Input(first + index, literal.DType);
    }

    /// <summary>The inputs: each one element that repeats over a shape.</summary>
    public PlanValue[] Values(PlanGraph graph, Shape shape)
    {
        if (literals.Count == 0)
            return [];
        var layout = new Layout(shape.Lengths, new long[shape.Rank], 0);
        var values = new PlanValue[literals.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = graph.Repeat(literals[i], layout);
        return values;
    }
}
