namespace Tangent.Tests.Golden.Running;

/// <summary>
/// The operations of the composite functions, by name, so that the functions of which all operations are there run, and
/// the others are reported.
/// </summary>
public static class Ops
{
    public static NDArray Sin(NDArray x) => Call("core.sin", [x]);

    public static NDArray Cos(NDArray x) => Call("core.cos", [x]);

    public static NDArray Tan(NDArray x) => Call("core.tan", [x]);

    public static NDArray Tanh(NDArray x) => Call("core.tanh", [x]);

    public static NDArray Cosh(NDArray x) => Call("core.cosh", [x]);

    public static NDArray ArcSinh(NDArray x) => Call("core.arcsinh", [x]);

    public static NDArray ArcTanh(NDArray x) => Call("core.arctanh", [x]);

    public static NDArray ArcTan2(NDArray y, NDArray x) => Call("core.arctan2", [y, x]);

    public static NDArray Exp(NDArray x) => Call("core.exp", [x]);

    public static NDArray Log(NDArray x) => Call("core.log", [x]);

    public static NDArray Erf(NDArray x) => Call("core.erf", [x]);

    public static NDArray Sqrt(NDArray x) => Call("core.sqrt", [x]);

    public static NDArray Sigmoid(NDArray x) => Call("core.sigmoid", [x]);

    public static NDArray Abs(NDArray x) => Call("core.abs", [x]);

    public static NDArray Power(NDArray x, NDArray y) => Call("core.power", [x, y]);

    public static NDArray Greater(NDArray x, NDArray y) => Call("core.greater", [x, y]);

    public static NDArray Where(NDArray condition, NDArray x, NDArray y) => Call("core.where", [condition, x, y]);

    public static NDArray Clip(NDArray x, NDArray min, NDArray max) => Call("core.clip", [x, min, max]);

    public static NDArray MatMul(NDArray x, NDArray y) => Call("core.matmul", [x, y]);

    public static NDArray Transpose(NDArray x) => Call("core.transpose", [x]);

    public static NDArray ExpandDims(NDArray x, int axis) => Call("core.expand_dims", [x, axis]);

    public static NDArray Sum(NDArray x, int? axis = null, bool keepdims = false) => Reduce("core.sum", x, axis, keepdims);

    public static NDArray Mean(NDArray x, int? axis = null, bool keepdims = false) => Reduce("core.mean", x, axis, keepdims);

    public static NDArray Max(NDArray x, int? axis = null, bool keepdims = false) => Reduce("core.max", x, axis, keepdims);

    public static NDArray Std(NDArray x, int? axis = null, bool keepdims = false) => Reduce("core.std", x, axis, keepdims);

    public static NDArray LogSumExp(NDArray x, int? axis = null, bool keepdims = false) => Reduce("core.logsumexp", x, axis, keepdims);

    public static NDArray Softmax(NDArray x, int axis) => Call("core.softmax", [x], ("axis", Value(axis)));

    public static NDArray CumSum(NDArray x, int axis) => Call("core.cumsum", [x], ("axis", Value(axis)));

    public static NDArray Roll(NDArray x, int shift, int axis) => Call("core.roll", [x, shift, axis]);

    public static NDArray Take(NDArray x, NDArray indices, int axis) => Call("core.take", [x, indices], ("axis", Value(axis)));

    public static NDArray Concatenate(params NDArray[] arrays) => Call("core.concatenate", [arrays]);

    private static NDArray Reduce(string op, NDArray x, int? axis, bool keepdims) =>
        Call(op, [x], ("axis", axis is { } given ? Value(given) : new GoldenValue.None()), ("keepdims", new GoldenValue.Truth(keepdims)));

    private static NDArray Call(string op, object[] positional, params (string Name, GoldenValue Value)[] named)
    {
        var arrays = new List<NDArray>();
        GoldenValue[] arguments = [.. positional.Select(argument => Placeholder(argument, arrays))];
        var call = new GoldenCall(op, arguments, named.ToDictionary(entry => entry.Name, entry => entry.Value));
        return call.Exists ? (NDArray)call.Invoke([.. arrays])! : throw new MissingOpException(op);
    }

    private static GoldenValue Placeholder(object argument, List<NDArray> arrays)
    {
        switch (argument)
        {
            case NDArray array:
                arrays.Add(array);
                return new GoldenValue.Array(array.DType, [], []);
            case NDArray[] list:
                return new GoldenValue.Sequence([.. list.Select(item => Placeholder(item, arrays))]);
            default:
                return Value((int)argument);
        }
    }

    private static GoldenValue.Integer Value(int value) => new GoldenValue.Integer(value);
}
