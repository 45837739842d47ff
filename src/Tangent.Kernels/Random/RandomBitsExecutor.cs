namespace Tangent.Kernels;

/// <summary>Fills arrays with random bits, a function of keys alone.</summary>
internal static unsafe class RandomBitsExecutor
{
    /// <summary>Counters below which a second thread costs more than it saves.</summary>
    private const long Grain = 8 * 1024;

    /// <summary>Fills the part of the output that belongs to each key.</summary>
    /// <param name="keys">uint32 of shape [keys…, 2]; any strides.</param>
    /// <param name="width">Bytes of one element: 1, 2 or 4.</param>
    /// <param name="output">Dense and row-major of shape [keys…, …], of elements of that many bytes.</param>
    public static void Run(BufferView keys, int width, BufferView output)
    {
        const string name = "RandomBits";
        int[] shape = keys.Layout.Shape;
        Require.SameDType(name, "keys", DType.UInt32, keys.DType);
        Require.RowMajor(name, "output", output.Layout);
        if (shape is not [.., 2])
            throw new ArgumentException($"{name}: keys have shape [{string.Join(',', shape)}], whose last length is not 2.");
        Require.SameShape(name, "output", shape.AsSpan(..^1), output.Layout.Shape.AsSpan(0, Math.Min(shape.Length - 1, output.Layout.Shape.Length)));
        if (output.DType.Size != width)
            throw new ArgumentException($"{name}: output is {output.DType.Name()}, not of {width} bytes an element.");
        if (output.Layout.Count == 0)
            return;
        long count = keys.Layout.Count / 2, size = output.Size / count;
        byte* pointer = output.Pointer;
        if (count == 1)
            FillOne(KeyAt(keys, 0), pointer, size);
        else
            Workers.For(count, Math.Max(1, 8 * Grain / size), (start, end) =>
            {
                for (long key = start; key < end; key++)
                    new RandomWords(KeyAt(keys, key), pointer + key * size, size).FillAll();
            });
        GC.KeepAlive(keys);
        GC.KeepAlive(output);
    }

    private static void FillOne((uint, uint) key, byte* output, long size)
    {
        var words = new RandomWords(key, output, size);
        Workers.For(words.Pairs, Grain, words.FillPairs);
        words.FillEnds();
    }

    private static (uint First, uint Second) KeyAt(BufferView keys, long number)
    {
        var (shape, strides) = (keys.Layout.Shape, keys.Layout.Strides);
        uint* key = (uint*)keys.Pointer;
        for (int axis = shape.Length - 2; axis >= 0; axis--)
        {
            (number, long index) = Math.DivRem(number, shape[axis]);
            key += index * strides[axis];
        }
        return (key[0], key[strides[^1]]);
    }
}
