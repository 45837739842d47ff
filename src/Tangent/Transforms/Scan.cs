namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Applies a step to a state and each slice of some arrays along axis 0 in turn: a loop of known length, which every transform
    /// goes through. Under reverse mode the states are kept, unless the step is checkpointed.
    /// </summary>
    /// <param name="step">From the state and a slice of each array the next state, of the same shapes and types, and results.</param>
    /// <param name="init">The first state; a literal takes the type of the state after the first step.</param>
    /// <param name="xs">The arrays, of one length along axis 0; there may be none if <paramref name="length"/> is given.</param>
    /// <param name="length">The number of steps; that of the arrays if left out.</param>
    /// <param name="reverse">True to start at the end of the arrays; results have the places of their slices.</param>
    /// <returns>The last state, and the results of all steps stacked along axis 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there is no step, or a step changes the shape or type of the state.</exception>
    public static (NDArray[] State, NDArray[] Results) Scan(
        Func<NDArray[], NDArray[], (NDArray[] State, NDArray[] Results)> step, NDArray[] init, NDArray[] xs, int? length = null, bool reverse = false)
    {
        ArgumentNullException.ThrowIfNull(step);
        int count = Steps(xs, length);
        NDArray[] state = NDArray.Share(init);
        var results = new NDArray[count][];
        for (int i = 0; i < count; i++)
        {
            int place = reverse ? count - 1 - i : i;
            (NDArray[] next, results[place]) = step(NDArray.Share(state), System.Array.ConvertAll(xs, x => x[place]));
            LoopState.Require("Scan", state, next, i == 0);
            state = next;
        }
        int kinds = results[0].Length;
        if (System.Array.Exists(results, some => some.Length != kinds))
            throw new ArgumentException("Scan: the step gave different numbers of results.", nameof(step));
        return (NDArray.Share(state), [.. Enumerable.Range(0, kinds).Select(k => Stack(System.Array.ConvertAll(results, some => some[k])))]);
    }

    /// <summary>Applies a step to a state and each slice of an array along axis 0 in turn.</summary>
    /// <param name="step">From the state and a slice the next state, of the same shape and type, and a result.</param>
    /// <param name="init">The first state.</param>
    /// <param name="xs">The array.</param>
    /// <param name="reverse">True to start at the end of the array.</param>
    /// <returns>The last state, and the results of all steps stacked along axis 0.</returns>
    public static (NDArray State, NDArray Results) Scan(Func<NDArray, NDArray, (NDArray State, NDArray Result)> step, NDArray init, NDArray xs, bool reverse = false)
    {
        (NDArray[] state, NDArray[] results) = Scan(
            (s, x) =>
            {
                (NDArray next, NDArray result) = step(s[0], x[0]);
                return ([next], [result]);
            },
            [init], [xs], reverse: reverse);
        return (state[0], results[0]);
    }

    private static int Steps(NDArray[] xs, int? length)
    {
        for (int i = 0; i < xs.Length; i++)
            if (xs[i].Rank == 0 || xs[i].Shape[0] != (length ?? xs[0].Shape[0]))
                throw new ArgumentException($"Scan: array {i} has shape {xs[i].Shape}, not {(length ?? (xs[0].Rank > 0 ? xs[0].Shape[0] : 1))} slices along axis 0.", nameof(xs));
        int count = length ?? (xs.Length > 0 ? xs[0].Shape[0] : 0);
        return count > 0 ? count : throw new ArgumentException("Scan: there is no step to take: give arrays with slices, or a length.", nameof(length));
    }
}
