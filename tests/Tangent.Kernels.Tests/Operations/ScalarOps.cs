namespace Tangent.Kernels.Tests.Operations;

/// <summary>The operations that the table has for a type.</summary>
internal static class ScalarOps
{
    /// <summary>All but those that executors do by themselves.</summary>
    public static ScalarOp[] All { get; } =
        [.. Enum.GetValues<ScalarOp>().Except([ScalarOp.Input, ScalarOp.Constant, ScalarOp.Cast, ScalarOp.Select])];

    /// <summary>Those of one argument.</summary>
    public static ScalarOp[] Unary(DType dtype) => [.. Taking(1, dtype)];

    /// <summary>Those of two arguments that give their type.</summary>
    public static ScalarOp[] Binary(DType dtype) => [.. Taking(2, dtype).Where(op => op != ScalarOp.MakeComplex).Except(Comparisons(dtype))];

    /// <summary>Those of two arguments that give bool, whatever they take.</summary>
    public static ScalarOp[] Comparisons(DType dtype) =>
        [.. Taking(2, dtype).Where(IsComparison)];

    private static bool IsComparison(ScalarOp op) => ScalarOperations.Of(op).Result(DType.Float32) == DType.Bool;

    private static IEnumerable<ScalarOp> Taking(int arity, DType dtype) =>
        All.Where(op => ScalarOperations.Of(op).Arity == arity && ScalarOperations.Of(op).Takes(dtype));
}
