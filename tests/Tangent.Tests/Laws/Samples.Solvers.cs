namespace Tangent.Tests.Laws;

// Iterations go on to what rounding allows, so that the laws hold as if there were none.
public static partial class Samples
{
    private const string NoHalves = "solvers refuse 16-bit floats";

    private static IEnumerable<Sample> SolverFamily() =>
    [
        Solved("dense", LinearSolver.Dense),
        Solved("gmres", LinearSolver.Gmres(1e-15)),
        Solved("bicgstab", LinearSolver.BiCgStab(1e-15)),
        Solved("conjugate gradients", LinearSolver.ConjugateGradients(1e-15)),
        Of("Mx.LinearSolve", "with a preconditioner", (a, b) => Mx.LinearSolve(v => (2 + a) * v + 0.1 * Mx.Sum(v), b, LinearSolver.Gmres(1e-15), v => v / (2 + a)), 3, 3) with { NoNarrow = NoHalves },
        Of("Mx.RootSolve", "of a system", (a, b) => Mx.RootSolve(x => (2 + a) * x + Mx.Sin(x) + 0.1 * Mx.Sum(x) - b, Mx.Zeros(3, DType.Float64)), 3, 3) with { NoNarrow = NoHalves },
        Of("Mx.FixedPoint", "of a system", (a, b) => Mx.FixedPoint(x => 0.2 * a * Mx.Sin(x) + 0.1 * Mx.Sum(x) + b, Mx.Zeros(3, DType.Float64), tolerance: 1e-15), 3, 3) with { NoNarrow = NoHalves },
    ];

    private static Sample Solved(string variant, LinearSolver solver) =>
        Of("Mx.LinearSolve", variant, (a, b) => Mx.LinearSolve(v => Mx.MatMul(a, Mx.MatMul(Mx.Transpose(a), v)) + 3 * v, b, solver), (3, 2), 3) with { NoNarrow = NoHalves };
}
