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

    /// <summary>The number of the step that computes the one output of a program where input <c>i</c> is the step <c>arguments[i]</c>.</summary>
    public int Add(Program body, ReadOnlySpan<int> arguments)
    {
        Instruction[] steps = body.Instructions;
        Span<int> numbers = steps.Length <= 32 ? stackalloc int[steps.Length] : new int[steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            Instruction step = steps[i];
            numbers[i] = step.Op == ScalarOp.Input
                ? arguments[(int)step.Bits]
                : Add(new Instruction(step.Op, step.DType, Number(numbers, step.A), Number(numbers, step.B), Number(numbers, step.C), step.Bits));
        }
        return numbers[body.Outputs[0]];
    }

    /// <summary>Lets an expression stand for a step: expressions that contain it, the very object, read the step.</summary>
    public void Define(Expr expr, int step) => done[expr] = step;

    /// <summary>The program of all steps added.</summary>
    public Program Build(DType[] inputs, int[] outputs) => new(instructions[..count], inputs, outputs);

    private static int Number(ReadOnlySpan<int> numbers, int step) => step < 0 ? -1 : numbers[step];

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
