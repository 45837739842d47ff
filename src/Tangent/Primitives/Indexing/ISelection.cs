namespace Tangent;

/// <summary>A primitive that reads some elements of its first input, in which it is linear, from places that the others give.</summary>
internal interface ISelection
{
    /// <summary>A sum of cotangents of the first input, and the one that a cotangent of the result gives, which is added in its places.</summary>
    /// <param name="sum">The cotangents so far.</param>
    /// <param name="ct">The cotangent of the result.</param>
    /// <param name="places">The inputs after the first.</param>
    NDArray AddTranspose(NDArray sum, NDArray ct, NDArray[] places);

    /// <summary>Where that sum counts.</summary>
    /// <param name="sum">Where the cotangents so far count; null is everywhere.</param>
    /// <param name="support">Where the cotangent of the result counts.</param>
    /// <param name="node">The node whose primitive this is.</param>
    Support? AddSupport(Support? sum, Support? support, Node node);
}
