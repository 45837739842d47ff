using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The body of a fused loop. Its literals are inputs like any others, after those in memory: a number that changes from
/// call to call, as a step count does, must not make a new body each time.
/// </summary>
internal sealed class FusedLoop(Program program, BufferView[] literals)
{
    private static readonly FusedLoop?[] Identities = new FusedLoop?[(int)DType.Complex64 + 1];

    /// <summary>What is computed for each element.</summary>
    public Program Program { get; } = program;

    /// <summary>The body that only reads one input.</summary>
    public static FusedLoop Identity(DType dtype) => Identities[(int)dtype] ??= new(Program.From([dtype], Expr.Input(0, dtype)), []);

    /// <summary>All inputs of the body, those in memory given.</summary>
    public BufferView[] Inputs(BufferView[] memory) => literals.Length == 0 ? memory : [.. memory, .. literals];
}
