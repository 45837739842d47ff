namespace Tangent;

/// <summary>A primitive of one result that has a recurrence of its own for derivatives along a curve: where that of its tangent would branch.</summary>
internal interface ITaylorRecurrence
{
    /// <summary>The derivative of the result of some order, from those of the inputs up to this order, and of the result below it.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="x">The inputs; null for one that does not move.</param>
    /// <param name="y">The result.</param>
    /// <param name="order">The order.</param>
    NDArray? Next(Node node, TaylorSeries?[] x, TaylorSeries y, int order);
}
