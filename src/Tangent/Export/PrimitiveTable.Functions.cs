using static Tangent.PrimitiveForm;

namespace Tangent;

// What runs functions.
internal static partial class PrimitiveTable
{
    private static Dictionary<string, PrimitiveForm> Functions() => new()
    {
        ["Checkpoint"] = Of(p => new Checkpoint(p.Function("Body")), (checkpoint, x) => Inputs(checkpoint, x)),
        ["FixedPoint"] = Of(
            p => new FixedPoint(p.Function("Function"), p.Solver("Solver"), p.NumberOrNull("Tolerance"), p.Integer("MaxIterations"), p.Integer("Batch")),
            (point, x) => Iterated(point, x, point.Tolerance, point.MaxIterations)),
        ["LinearSolve"] = Of(
            p => new LinearSystem(p.Function("Function"), p.FunctionOrNull("Preconditioner"), p.Solver("Solver"), p.Integer("Batch")), System),
        ["RootSolve"] = Of(
            p => new Root(p.Function("Function"), p.Solver("Solver"), p.NumberOrNull("Tolerance"), p.Integer("MaxIterations"), p.Integer("Batch")),
            (root, x) => Iterated(root, x, root.Tolerance, root.MaxIterations)),
        ["WhileLoop"] = Of(p => new WhileLoop(p.Function("Condition"), p.Function("Body"), p.Flag("IsLinear")), Repeated),
    };

    // The arguments of each function are the first inputs; what the functions captured follows.
    private static ArraySpec[] Inputs(Primitive primitive, Node[] x)
    {
        Closure[] functions = [.. primitive.Closures.Where(entry => entry.Function is not null).Select(entry => entry.Function!)];
        int arguments = functions[0].Arguments, next = arguments;
        foreach (Closure function in functions)
        {
            InputRules.Require(function.Arguments == arguments && next + function.Captured.Length <= x.Length, "its functions have other inputs");
            Node[] given = [.. x[..arguments], .. x[next..(next += function.Captured.Length)]];
            InputRules.Require(given.Select(node => node.Spec).SequenceEqual(function.Inputs), "its functions have inputs of other shapes or types");
        }
        InputRules.Count(x, next);
        return [.. x[..arguments].Select(node => node.Spec)];
    }

    private static void Repeated(WhileLoop loop, Node[] x)
    {
        ArraySpec[] state = Inputs(loop, x);
        InputRules.Require(loop.Body.Specs.SequenceEqual(state), "its body changes the state's shapes or types");
        InputRules.Require(loop.Condition.Specs is [var condition] && condition == new ArraySpec(Shape.Scalar, DType.Bool), "its condition is no truth");
    }

    private static void Iterated(ImplicitFunction function, Node[] x, double? tolerance, int steps)
    {
        InputRules.Require(tolerance is null or > 0 && steps > 0, "its tolerance or number of steps is not positive");
        Unknowns(Inputs(function, x), function.Function, function.Batch);
        InputRules.Require(!x[0].DType.IsComplex, "its unknowns are complex");
        InputRules.Composes(function, x);
    }

    private static void System(LinearSystem system, Node[] x)
    {
        ArraySpec[] right = Inputs(system, x);
        Unknowns(right, system.Function, system.Batch);
        if (system.Preconditioner is { } near)
            Unknowns(right, near, system.Batch);
        InputRules.Composes(system, x);
    }

    private static void Unknowns(ArraySpec[] unknowns, Closure function, int batch)
    {
        InputRules.Require(unknowns.Length > 0 && function.Specs.SequenceEqual(unknowns), "its function changes the shapes or types");
        DType dtype = unknowns[0].DType;
        InputRules.Require(dtype is DType.Float32 or DType.Float64 or DType.Complex64 && Array.TrueForAll(unknowns, spec => spec.DType == dtype), "no solver takes its types");
        int[] lead = [.. unknowns[0].Shape.Take(batch)];
        InputRules.Require(batch >= 0 && Array.TrueForAll(unknowns, spec => spec.Shape.Take(batch).SequenceEqual(lead) && spec.Shape.Rank >= batch), "its unknowns have other leading axes");
    }
}
