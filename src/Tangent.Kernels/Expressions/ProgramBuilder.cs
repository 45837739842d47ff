namespace Tangent.Kernels;

/// <summary>Numbers the steps of a program, giving equal steps one number.</summary>
internal sealed class ProgramBuilder
{
    private readonly List<Instruction> instructions = [];
    private readonly Dictionary<Instruction, int> numbers = [];
    private readonly Dictionary<Expr, int> done = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of a step, added if new.</summary>
    public int Add(Instruction instruction)
    {
        if (!numbers.TryGetValue(instruction, out int number))
        {
            number = instructions.Count;
            instructions.Add(instruction);
            numbers.Add(instruction, number);
        }
        return number;
    }

    /// <summary>The number of the step that computes an expression. Deep expressions need no deep stack.</summary>
    public int Add(Expr root)
    {
        var stack = new Stack<Expr>();
        stack.Push(root);
        while (stack.TryPeek(out Expr? expr))
        {
            if (done.ContainsKey(expr) || ArgumentsDone(expr, stack))
            {
                stack.Pop();
                if (!done.ContainsKey(expr))
                    done.Add(expr, Add(new Instruction(expr.Op, expr.DType, Number(expr.X), Number(expr.Y), Number(expr.Z), expr.Bits)));
            }
        }
        return done[root];
    }

    /// <summary>
    /// The number of the step that computes <paramref name="body"/> where input <c>i</c> is the step <c>arguments[i]</c>.
    /// The body is the lowering of one primitive, a handful of operations deep.
    /// </summary>
    public int Add(Expr body, int[] arguments)
    {
        if (body.Op == ScalarOp.Input)
            return arguments[body.Bits];
        int x = body.X is null ? -1 : Add(body.X, arguments);
        int y = body.Y is null ? -1 : Add(body.Y, arguments);
        int z = body.Z is null ? -1 : Add(body.Z, arguments);
        return Add(new Instruction(body.Op, body.DType, x, y, z, body.Bits));
    }

    /// <summary>Lets an expression stand for a step: expressions that contain it, the very object, read the step.</summary>
    public void Define(Expr expr, int step) => done[expr] = step;

    /// <summary>The program of all steps added.</summary>
    public Program Build(DType[] inputs, int[] outputs) => new([.. instructions], inputs, outputs);

    private int Number(Expr? expr) => expr is null ? -1 : done[expr];

    private bool ArgumentsDone(Expr expr, Stack<Expr> stack)
    {
        int before = stack.Count;
        if (expr.Z is { } z && !done.ContainsKey(z))
            stack.Push(z);
        if (expr.Y is { } y && !done.ContainsKey(y))
            stack.Push(y);
        if (expr.X is { } x && !done.ContainsKey(x))
            stack.Push(x);
        return stack.Count == before;
    }
}
