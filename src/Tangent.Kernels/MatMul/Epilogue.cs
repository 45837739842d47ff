namespace Tangent.Kernels;

/// <summary>
/// A program that makes output elements of a product's elements, block by block while they are in the cache. Its input 0
/// is the product's element, the others are operands of the output's shape.
/// </summary>
internal sealed unsafe class Epilogue
{
    // Shorter rows run together even if operands must be gathered to whole rows first; others if none must.
    private const int ShortRow = 128;

    // Elements of a gathered operand at a time: they stay in the first cache.
    private const int GatheredElements = 2048;
    private const long GatheredBytes = GatheredElements * sizeof(ulong);

    private readonly EpilogueOperand[] operands;
    private readonly BufferView output;
    private readonly int productSize;
    private readonly int columns;
    private readonly bool runsTogether;
    private readonly int gathered;
    private readonly LoopFunction row;

    public Epilogue(Program program, BufferView[] operands, BufferView output)
    {
        this.output = output;
        columns = output.Layout.Shape[^1];
        productSize = program.Inputs[0].Size;
        this.operands = Operands(operands, runTogether: true);
        runsTogether = columns < ShortRow || Array.TrueForAll(this.operands, operand => operand.Kind != MapOperand.Gathered);
        if (!runsTogether)
            this.operands = Operands(operands, runTogether: false);
        ulong scalars = 0;
        for (int i = 0; i < operands.Length; i++)
        {
            scalars |= this.operands[i].Kind == MapOperand.Scalar ? 2UL << i : 0;
            gathered += this.operands[i].Kind == MapOperand.Gathered ? 1 : 0;
        }
        long count = output.Layout.Count;
        row = LoopFunctions.Of(program).Get(scalars, count, runsTogether ? Math.Max(1, count / GatheredElements) : count / columns);
    }

    /// <summary>True if the product's elements may lie in the output's memory.</summary>
    public bool IsInPlace => productSize == output.DType.Size;

    /// <summary>Checks a program, its operands and the output's type against each other.</summary>
    public static void Check(Program program, DType product, BufferView[] operands, BufferView output)
    {
        if (program.Outputs.Length != 1 || program.IsFolding || program.Inputs.Length != operands.Length + 1)
            throw new ArgumentException(
                $"MatMul: the epilogue has {program.Outputs.Length} outputs and {program.Inputs.Length} inputs, of a product and {operands.Length} operands.", nameof(program));
        Require.SameDType("MatMul", "the epilogue's product", product, program.Inputs[0]);
        Require.SameDType("MatMul", "the output", program.Instructions[program.Outputs[0]].DType, output.DType);
        for (int i = 0; i < operands.Length; i++)
        {
            Require.SameDType("MatMul", $"operand {i} of the epilogue", program.Inputs[i + 1], operands[i].DType);
            Require.SameShape("MatMul", $"operand {i} of the epilogue", output.Layout.Shape, operands[i].Layout.Shape);
        }
    }

    /// <summary>
    /// Computes the block of the output that begins at <paramref name="target"/> from <paramref name="values"/>, whose rows
    /// are <paramref name="stride"/> bytes apart.
    /// </summary>
    public void Run(byte* values, long stride, byte* target, int rows, int width)
    {
        int size = output.DType.Size;
        (long firstRow, long firstColumn) = Math.DivRem((target - output.Pointer) / size, columns);
        bool together = runsTogether && width == columns && stride == (long)width * productSize;
        int high = !together ? 1 : gathered == 0 ? rows : GatheredElements / width;
        int wide = together || gathered == 0 ? width : GatheredElements;
        byte** table = (byte**)ProductScratch.Current.Gathered.Take<byte>(TableBytes + gathered * GatheredBytes);
        for (int i = 0; i < rows; i += high)
        {
            int height = Math.Min(high, rows - i);
            for (int j = 0; j < width; j += wide)
            {
                int count = Math.Min(wide, width - j);
                table[0] = values + i * stride + (long)j * productSize;
                Point(table, firstRow + i, height, firstColumn + j, count);
                table[operands.Length + 1] = target + ((long)i * columns + j) * size;
                row(table, table + operands.Length + 1, (long)height * count);
            }
        }
    }

    private static EpilogueOperand[] Operands(BufferView[] views, bool runTogether)
    {
        var operands = new EpilogueOperand[views.Length];
        for (int i = 0; i < operands.Length; i++)
            operands[i] = new EpilogueOperand(views[i], runTogether, i + 1 < LoopFunctions.MostScalars);
        return operands;
    }

    private long TableBytes => ((operands.Length + 2) * sizeof(byte*) + 63) & -64;

    // Where the operands of some rows begin.
    private void Point(byte** table, long firstRow, int rows, long column, int width)
    {
        byte* next = (byte*)table + TableBytes;
        for (int i = 0; i < operands.Length; i++)
        {
            EpilogueOperand operand = operands[i];
            if (operand.Kind != MapOperand.Gathered)
            {
                table[i + 1] = operand.At(firstRow, column);
                continue;
            }
            operand.Gather(firstRow, rows, column, width, next);
            table[i + 1] = next;
            next += GatheredBytes;
        }
    }
}
