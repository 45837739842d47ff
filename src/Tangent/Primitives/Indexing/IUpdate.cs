namespace Tangent;

/// <summary>A primitive that writes its last input to places of its first.</summary>
internal interface IUpdate
{
    /// <summary>True if it adds to what is there, seen that this is zero or not.</summary>
    bool IsSum(bool ofZeros);

    /// <summary>Another array with the same added in the same places.</summary>
    /// <param name="x">The array.</param>
    /// <param name="inputs">The inputs of the node whose primitive this is.</param>
    NDArray AddTo(NDArray x, Node[] inputs);
}
