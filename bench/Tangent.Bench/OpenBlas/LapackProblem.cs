using System.Numerics;
using System.Runtime.InteropServices;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>Matrices column by column, with right sides and room for results. LAPACK overwrites its arguments, so each call begins with a copy.</summary>
internal sealed unsafe class LapackProblem<T>
    where T : unmanaged, INumber<T>
{
    private const int Alignment = 64;

    private readonly int size;
    private readonly int columns;
    private readonly int results;
    private readonly int count;
    private readonly T* source;
    private readonly T* sourceOfRight;

    /// <summary>Copies square matrices, one after the other row by row; so many results each, and room to work.</summary>
    public LapackProblem(float[] matrices, int size, float[]? right = null, int columns = 0, int results = 0, int work = 0)
    {
        (this.size, this.columns, this.results, count) = (size, columns, results, matrices.Length / (size * size));
        source = Turned(matrices, size);
        sourceOfRight = Turned(right ?? [], columns);
        Matrix = Allocate(count * size * size);
        Right = Allocate(count * size * columns);
        Results = Allocate(count * results);
        Work = Allocate(work);
        Pivots = (int*)Allocate(size);
    }

    ~LapackProblem()
    {
        foreach (nint pointer in new[] { (nint)source, (nint)sourceOfRight, (nint)Matrix, (nint)Right, (nint)Results, (nint)Work, (nint)Pivots })
            NativeMemory.AlignedFree((void*)pointer);
    }

    private T* Matrix { get; }

    private T* Right { get; }

    private T* Results { get; }

    /// <summary>Room for numbers between.</summary>
    public T* Work { get; }

    /// <summary>Room for the exchanges of one matrix.</summary>
    public int* Pivots { get; }

    /// <summary>Calls <paramref name="call"/> for each matrix, its right sides and its results; the check is of the lower triangles.</summary>
    public Workload OfLower(Call call) => Of(call, () =>
    {
        double sum = 0;
        for (int item = 0; item < count; item++)
            for (int j = 0; j < size; j++)
                sum += Sum(Matrix + (long)item * size * size + (long)j * size + j, size - j);
        return sum / ((long)count * size * size);
    });

    /// <summary>The same, where what the matrices became is checked.</summary>
    public Workload OfMatrix(Call call) => Of(call, () => Sum(Matrix, count * size * size) / ((long)count * size * size));

    /// <summary>The same, where what the right sides became is checked.</summary>
    public Workload OfRight(Call call) => Of(call, () => Sum(Right, count * size * columns) / ((long)count * size * columns));

    /// <summary>The same, where the first results of each matrix are checked.</summary>
    public Workload OfResults(int first, Call call) => Of(call, () => Enumerable.Range(0, count).Sum(item => Sum(Results + (long)item * results, first)) / ((long)count * first));

    private Workload Of(Call call, Func<double> check)
    {
        return new(Run, () =>
        {
            Run();
            return check();
        })
        { IsNative = count == 1 };

        void Run()
        {
            new Span<T>(source, count * size * size).CopyTo(new Span<T>(Matrix, count * size * size));
            new Span<T>(sourceOfRight, count * size * columns).CopyTo(new Span<T>(Right, count * size * columns));
            for (int item = 0; item < count; item++)
                call(Matrix + (long)item * size * size, Right + (long)item * size * columns, Results + (long)item * results);
        }
    }

    private T* Turned(float[] values, int width)
    {
        T* result = Allocate(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            int item = i / (size * width), row = i / width % size, column = i % width;
            result[(long)item * size * width + (long)column * size + row] = T.CreateTruncating(values[i]);
        }
        return result;
    }

    private static T* Allocate(long numbers)
    {
        nuint bytes = (nuint)(Math.Max(1, numbers) * sizeof(T));
        void* memory = NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(memory, bytes);
        return (T*)memory;
    }

    private static double Sum(T* values, int length)
    {
        double sum = 0;
        foreach (T value in new ReadOnlySpan<T>(values, length))
            sum += double.CreateTruncating(T.Abs(value));
        return sum;
    }

    /// <summary>What is done to one matrix.</summary>
    public delegate void Call(T* matrix, T* right, T* results);
}
