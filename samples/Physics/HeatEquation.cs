using Tangent;

namespace Physics;

/// <summary>
/// u' = (k·u_x)_x on a ring of length 1, by finite volumes and the rule of Crank and Nicolson: each step solves a linear system, of which only
/// the function is given. Temperatures belong to the middles of the cells, conductivities to the faces between them.
/// </summary>
internal static class HeatEquation
{
    /// <summary>The places of the cells, as float64.</summary>
    public static NDArray Cells(int n) => (Mx.Arange(0.0, n, 1, DType.Float64) + 0.5) / n;

    /// <summary>The places of the faces: face i lies between cells i and i + 1.</summary>
    public static NDArray Faces(int n) => (Mx.Arange(0.0, n, 1, DType.Float64) + 1) / n;

    /// <summary>The temperatures [records, n] at equal intervals.</summary>
    /// <param name="u">The temperatures [n] at the start.</param>
    /// <param name="conductivity">That of the faces [n].</param>
    /// <param name="time">The time at the end.</param>
    /// <param name="steps">The number of steps, a multiple of <paramref name="records"/>.</param>
    /// <param name="records">How often to look.</param>
    public static NDArray Solve(NDArray u, NDArray conductivity, double time, int steps, int records)
    {
        double half = time / steps / 2;
        var seen = new List<NDArray>();
        for (int i = 1; i <= steps; i++)
        {
            u = Mx.LinearSolve(v => v - half * Flow(v, conductivity), u + half * Flow(u, conductivity));
            if (i % (steps / records) == 0)
                seen.Add(u);
        }
        return Mx.Stack([.. seen]);
    }

    // What flows in from the right, less what flows out to the left.
    private static NDArray Flow(NDArray u, NDArray conductivity)
    {
        double n = u.Shape[0];
        NDArray flow = conductivity * (Mx.Roll(u, -1) - u) * n;
        return (flow - Mx.Roll(flow, 1)) * n;
    }
}
