namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Where the Jacobian of a function may differ from zero, found from its operations: elementwise ones, sums, products, and those that move
    /// elements about depend on what they read; what else there is, on everything. It holds at every point at which the function does
    /// the same operations and captures the same indices.
    /// </summary>
    /// <param name="function">A function of one real floating array with a real floating result.</param>
    /// <param name="x">A point.</param>
    /// <returns>The pattern: a row for each element of the result, a column for each of the argument, both in row-major order.</returns>
    /// <example><code>
    /// SparsityPattern pattern = Mx.JacobianPattern(v => v[1..] - v[..^1], Mx.Zeros(4));
    /// Console.WriteLine(string.Join(" ", pattern.Rows));    // 0 0 1 1 2 2
    /// Console.WriteLine(string.Join(" ", pattern.Columns)); // 0 1 1 2 2 3
    /// </code></example>
    public static SparsityPattern JacobianPattern(Func<NDArray, NDArray> function, NDArray x)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(x);
        return SparseJacobians.Pattern("JacobianPattern", function, x);
    }

    /// <summary>
    /// The Jacobian of a function, most of which is zero. Its pattern is found at each call; where that does not change, give it once, as
    /// <see cref="JacobianPattern"/> finds it.
    /// </summary>
    /// <param name="function">A function of one real floating array with a real floating result.</param>
    /// <example><code>
    /// var jacobian = Mx.SparseJacobian(v => v[1..] * v[..^1]);
    /// SparseMatrix j = jacobian(Mx.Array([1f, 2f, 3f]));
    /// Console.WriteLine(j.Values);    // array([2, 1, 3, 2], dtype=float32)
    /// Console.WriteLine(j.ToDense()); // array([[2, 1, 0],
    ///                                 //        [0, 3, 2]], dtype=float32)
    /// </code></example>
    public static Func<NDArray, SparseMatrix> SparseJacobian(Func<NDArray, NDArray> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            ArgumentNullException.ThrowIfNull(x);
            return new SparseJacobians(SparseJacobians.Pattern("SparseJacobian", function, x)).At(function, x);
        };
    }

    /// <summary>
    /// The Jacobian of a function whose pattern is known. Columns that share no row go through the function together, one <c>Jvp</c> for each group;
    /// or rows, by <c>Vjp</c>, where that makes fewer groups. Groups are found once, for all points.
    /// </summary>
    /// <param name="function">A function of one real floating array with a real floating result.</param>
    /// <param name="pattern">Where the Jacobian may differ from zero. What does outside is added to other places: it must not be.</param>
    /// <returns>A function of the point.</returns>
    public static Func<NDArray, SparseMatrix> SparseJacobian(Func<NDArray, NDArray> function, SparsityPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(pattern);
        var jacobians = new SparseJacobians(pattern);
        return x =>
        {
            ArgumentNullException.ThrowIfNull(x);
            return jacobians.At(function, x);
        };
    }
}
