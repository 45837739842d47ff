namespace Tangent;

public sealed partial class NDArray
{
    /// <summary>What a debugger shows of an array. It evaluates nothing, so that looking at a program does not change it.</summary>
    private sealed class DebuggerView(NDArray array)
    {
        public Shape Shape => array.Shape;

        public DType DType => array.DType;

        public bool IsEvaluated => array.node.Value is not null;

        /// <summary>The operation that computes the array.</summary>
        public string Operation => array.node.Primitive.ToString();

        public string Elements => array.node.Value is { } value ? ArrayText.Repr(value) : "not evaluated";
    }
}
