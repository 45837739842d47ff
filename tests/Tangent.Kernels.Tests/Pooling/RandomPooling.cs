namespace Tangent.Kernels.Tests.Pooling;

/// <summary>A pooling of [N, …, C] for tests, padded alike at both ends.</summary>
internal sealed record RandomPooling(int[] Input, int[] Window, int[] Stride, int[] Low, DType DType, int Seed)
{
    private static readonly string[] Kinds = ["dense", "transposed", "strided", "reversed", "broadcast"];

    public int[] Output => [Input[0], .. Enumerable.Range(0, Window.Length).Select(Places), Input[^1]];

    /// <summary>A window of at least one place over an input that may be empty.</summary>
    public static RandomPooling Of(Random random, DType dtype)
    {
        while (true)
        {
            int axes = random.Next(1, 5), most = axes > 2 ? 5 : axes == 2 ? 12 : 50;
            var pooling = new RandomPooling(
                [random.Next(1, 4), .. Numbers(0, most), random.Next(random.Next(2) == 0 ? 4 : 40)], Numbers(1, 5), Numbers(1, 4), Numbers(0, 4), dtype, random.Next());
            if (Enumerable.Range(0, axes).All(axis => pooling.Places(axis) > 0))
                return pooling;

            int[] Numbers(int least, int end) => [.. Enumerable.Range(0, axes).Select(_ => random.Next(least, end))];
        }
    }

    public override string ToString() => $"[{string.Join(',', Input)}] window {string.Join(',', Window)} stride {string.Join(',', Stride)} low {string.Join(',', Low)} seed {Seed}";

    /// <summary>What the operation reads: a tangent or cotangent, and for derivatives of the largest what they are of.</summary>
    public BufferView[] Inputs(PoolOp op)
    {
        BufferView x = Few(Input, Seed);
        if (op is PoolOp.Maximum or PoolOp.Mean)
            return [x];
        if (op == PoolOp.MeanCotangent)
            return [Few(Output, Seed + 1)];
        BufferView y = BufferView.Allocate(DType, Output);
        double[] largest = Expected(PoolOp.Maximum, [x]);
        for (int i = 0; i < largest.Length; i++)
            Write(y, i, largest[i]);
        return [Few(op == PoolOp.MaximumTangent ? Input : Output, Seed + 2), x, y];
    }

    /// <summary>The definition.</summary>
    public double[] Expected(PoolOp op, BufferView[] inputs)
    {
        double[][] values = [.. inputs.Select(input => (double[])[.. Operand.Offsets(input.Layout).Select(offset => ReadAt(input, offset))])];
        bool isCotangent = op is PoolOp.MaximumCotangent or PoolOp.MeanCotangent;
        var result = new double[isCotangent ? Input.Aggregate(1, (x, y) => x * y) : Output.Aggregate(1, (x, y) => x * y)];
        double size = Window.Aggregate(1.0, (x, y) => x * y);
        int at = 0;
        foreach (int[] place in Indices(Output))
        {
            int[] elements = [.. Elements(place)];
            int[] largest = op is PoolOp.Maximum or PoolOp.Mean or PoolOp.MeanCotangent ? [] : [.. elements.Where(element => values[1][element] == values[2][at])];
            switch (op)
            {
                case PoolOp.Maximum: result[at] = elements.Length == 0 ? Least : elements.Max(element => values[0][element]); break;
                case PoolOp.Mean: result[at] = elements.Sum(element => values[0][element]) / size; break;
                case PoolOp.MaximumTangent: result[at] = largest.Sum(element => values[0][element]) / Math.Max(1, largest.Length); break;
                default:
                    foreach (int element in op == PoolOp.MeanCotangent ? elements : largest)
                        result[element] += values[0][at] / (op == PoolOp.MeanCotangent ? size : largest.Length);
                    break;
            }
            at++;
        }
        return result;
    }

    public static double Read(BufferView view, long index) => ReadAt(view, index);

    private double Least => DType switch
    {
        DType.Float32 or DType.Float64 => double.NegativeInfinity,
        DType.Int8 => sbyte.MinValue,
        DType.Int16 => short.MinValue,
        DType.Int32 => int.MinValue,
        DType.Int64 => long.MinValue,
        _ => 0,
    };

    private int Places(int axis) => Input[1 + axis] + 2 * Low[axis] < Window[axis] ? 0 : (Input[1 + axis] + 2 * Low[axis] - Window[axis]) / Stride[axis] + 1;

    private IEnumerable<int> Elements(int[] place)
    {
        foreach (int[] tap in Indices(Window))
        {
            int at = place[0];
            bool isInside = true;
            for (int axis = 0; axis < Window.Length; axis++)
            {
                int element = place[1 + axis] * Stride[axis] + tap[axis] - Low[axis];
                isInside &= element >= 0 && element < Input[1 + axis];
                at = at * Input[1 + axis] + element;
            }
            if (isInside)
                yield return at * Input[^1] + place[^1];
        }
    }

    // Few numbers, so that many are equal.
    private unsafe BufferView Few(int[] shape, int seed)
    {
        var random = new Random(seed);
        BufferView view = Operand.Random(DType, shape, Kinds[random.Next(Kinds.Length)], seed);
        foreach (long offset in Operand.Offsets(view.Layout))
            WriteAt(view, offset, random.Next(DType is DType.Float32 or DType.Float64 or DType.Int8 or DType.Int16 or DType.Int32 or DType.Int64 ? -2 : 0, DType == DType.Bool ? 2 : 3));
        return view;
    }

    private static void Write(BufferView view, long index, double value) => WriteAt(view, index, value);

    private static unsafe void WriteAt(BufferView view, long offset, double value) => Operand.Write(view.Pointer, view.DType, offset, value);

    private static unsafe double ReadAt(BufferView view, long offset)
    {
        double value = view.DType.IsInexact ? Operand.Read(view.Pointer, view.DType, offset).Real
            : view.DType == DType.Bool ? view.Pointer[offset] : Operand.ReadInteger(view.Pointer, view.DType, offset);
        GC.KeepAlive(view);
        return value;
    }

    private static IEnumerable<int[]> Indices(int[] shape)
    {
        int count = shape.Aggregate(1, (x, y) => x * y);
        for (int index = 0; index < count; index++)
        {
            var place = new int[shape.Length];
            for (int axis = shape.Length - 1, rest = index; axis >= 0; axis--)
                (rest, place[axis]) = Math.DivRem(rest, shape[axis]);
            yield return place;
        }
    }
}
