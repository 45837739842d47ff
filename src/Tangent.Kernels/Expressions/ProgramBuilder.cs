namespace Tangent.Kernels;

/// <summary>Numbers the steps of a program, giving equal steps one number.</summary>
internal sealed class ProgramBuilder
{
    private readonly Dictionary<Expr, int> done = new(ReferenceEqualityComparer.Instance);
    private Instruction[] instructions = new Instruction[16];
    private int count;

    // Open addressing, at most half full: one more than the number of a step, where its hash says or as soon after as is free.
    private int[] numbers = new int[32];

    /// <summary>The number of a step, added if new.</summary>
    public int Add(Instruction instruction)
    {
        int place = Place(instruction);
        if (numbers[place] > 0)
            return numbers[place] - 1;
        if (count == instructions.Length)
        {
            Grow();
            place = Place(instruction);
        }
        instructions[count++] = instruction;
        return (numbers[place] = count) - 1;
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
    public Program Build(DType[] inputs, int[] outputs) => new(instructions[..count], inputs, outputs);

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

    private int Place(Instruction instruction)
    {
        int mask = numbers.Length - 1;
        int place = instruction.GetHashCode() & mask;
        while (numbers[place] > 0 && !instructions[numbers[place] - 1].Equals(instruction))
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        Array.Resize(ref instructions, 2 * count);
        numbers = new int[4 * count];
        for (int i = 0; i < count; i++)
            numbers[Place(instructions[i])] = i + 1;
    }
}
