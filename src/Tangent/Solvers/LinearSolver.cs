namespace Tangent;

/// <summary>
/// How <see cref="Mx.LinearSolve(Func{NDArray, NDArray}, NDArray, LinearSolver?, Func{NDArray, NDArray}?)"/> solves, and with it what
/// <c>RootSolve</c> and <c>FixedPoint</c> need for their derivatives. What was not solved is NaN.
/// </summary>
public abstract record LinearSolver
{
    // Up to this many unknowns a factorisation costs less than the steps of an iteration.
    private const int FewUnknowns = 256;

    private protected LinearSolver()
    {
    }

    /// <summary>True if the function is known to be symmetric (Hermitian, if complex) whatever it captures: then it is used where its transpose belongs.</summary>
    public bool IsSymmetric { get; private protected init; }

    /// <summary>The matrix of the function, column by column, and its factorisation: for any function of few unknowns. A singular matrix gives NaN.</summary>
    public static LinearSolver Dense { get; } = new DenseSolver();

    /// <summary>Conjugate gradients (Hestenes and Stiefel 1952), for symmetric positive definite functions (Hermitian, if complex).</summary>
    /// <param name="tolerance">The norm of b − A·x at which it stops, as a part of that of b; by default 1e-12 in float64 and 1e-6 in narrower types. What rounding does not allow is not asked for.</param>
    /// <param name="maxIterations">The most steps, of one product each; by default ten for each unknown, at most 10,000.</param>
    /// <param name="isSymmetric">True to use the function itself where its transpose belongs; only right if it is symmetric for all values of what it captures.</param>
    public static LinearSolver ConjugateGradients(double? tolerance = null, int? maxIterations = null, bool isSymmetric = false) =>
        new ConjugateGradientSolver(Tolerance("ConjugateGradients", tolerance), Positive("ConjugateGradients", maxIterations, nameof(maxIterations))) { IsSymmetric = isSymmetric };

    /// <summary>GMRES with restarts (Saad and Schultz 1986), for any function.</summary>
    /// <param name="tolerance">The norm of b − A·x at which it stops, as a part of that of b; by default 1e-12 in float64 and 1e-6 in narrower types. What rounding does not allow is not asked for.</param>
    /// <param name="maxIterations">The most steps, of one product each; by default ten for each unknown, at most 10,000.</param>
    /// <param name="restart">The steps after which it starts again: it keeps as many vectors.</param>
    /// <param name="isSymmetric">True to use the function itself where its transpose belongs.</param>
    public static LinearSolver Gmres(double? tolerance = null, int? maxIterations = null, int restart = 30, bool isSymmetric = false) =>
        new GmresSolver(Tolerance("Gmres", tolerance), Positive("Gmres", maxIterations, nameof(maxIterations)), Positive("Gmres", restart, nameof(restart))!.Value) { IsSymmetric = isSymmetric };

    /// <summary>BiCGSTAB (van der Vorst 1992), for any function: it keeps few vectors, and may fail where GMRES does not.</summary>
    /// <param name="tolerance">The norm of b − A·x at which it stops, as a part of that of b; by default 1e-12 in float64 and 1e-6 in narrower types. What rounding does not allow is not asked for.</param>
    /// <param name="maxIterations">The most steps, of two products each; by default ten for each unknown, at most 10,000.</param>
    /// <param name="isSymmetric">True to use the function itself where its transpose belongs.</param>
    public static LinearSolver BiCgStab(double? tolerance = null, int? maxIterations = null, bool isSymmetric = false) =>
        new BiCgStabSolver(Tolerance("BiCgStab", tolerance), Positive("BiCgStab", maxIterations, nameof(maxIterations))) { IsSymmetric = isSymmetric };

    /// <summary>The one for a number of unknowns, if the user named none.</summary>
    internal static LinearSolver For(int unknowns) => unknowns <= FewUnknowns ? Dense : Gmres();

    /// <summary>The x [..., n] of A·x = b; NaN for those of the leading axes where there is none or none was found.</summary>
    internal abstract NDArray Solve(LinearMap a, NDArray b);

    private static double? Tolerance(string solver, double? tolerance) => tolerance is null or > 0
        ? tolerance
        : throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, $"LinearSolver.{solver}: the tolerance must be positive.");

    private static int? Positive(string solver, int? count, string name) => count is null or > 0
        ? count
        : throw new ArgumentOutOfRangeException(name, count, $"LinearSolver.{solver}: {name} must be positive.");
}
