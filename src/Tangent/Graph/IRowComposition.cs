namespace Tangent;

/// <summary>
/// A composition that treats the rows of its first input one by one: folds along the last axes, and maps. Where the rows
/// are long and many enough it is evaluated row by row, as one kernel that is made from the composition.
/// </summary>
internal interface IRowComposition
{
    /// <summary>
    /// The rows of the first result, or their numbers, and arrays of the same shape whose sums over all rows are the other
    /// results, where there are such.
    /// </summary>
    (NDArray Rows, NDArray[] Summed) Parts(NDArray[] x);
}
