using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A matrix in each lane, seen with any steps from row to row and from column to column.</summary>
internal readonly unsafe struct LaneMatrix<E, V, T>
    where E : unmanaged, ILaneNumber<E, V, T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* first;

    /// <summary>A matrix that lies row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneMatrix(T* first, int columns)
        : this(first, columns * E.Size, E.Size)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LaneMatrix(T* first, nint rowStep, nint columnStep)
    {
        this.first = first;
        (RowStep, ColumnStep) = (rowStep, columnStep);
    }

    /// <summary>Elements of <typeparamref name="T"/> from one row to the next.</summary>
    public nint RowStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
    }

    /// <summary>Elements of <typeparamref name="T"/> from one column to the next.</summary>
    public nint ColumnStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get;
    }

    /// <summary>The same memory with rows for columns.</summary>
    public LaneMatrix<E, V, T> Transposed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(first, ColumnStep, RowStep);
    }

    public E this[int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => E.Load(At(row, column));
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => E.Store(value, At(row, column));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(int row, int column) => first + row * RowStep + column * ColumnStep;

    /// <summary>Sets all elements to those of the unit matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetIdentity(int rows, int columns)
    {
        E one = E.FromReal(V.Broadcast(T.One)), zero = E.FromReal(V.Broadcast(T.Zero));
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                E.Store(i == j ? one : zero, At(i, j));
    }

    /// <summary>The sums of the absolute values of an element's parts, at the most; NaN if any is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public V Largest(int rows, int columns)
    {
        V largest = V.Broadcast(T.Zero);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                largest = V.Max(largest, E.Magnitude(this[i, j]));
        return largest;
    }
}
