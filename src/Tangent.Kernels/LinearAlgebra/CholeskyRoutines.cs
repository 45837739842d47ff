using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The routines of <see cref="CholeskyRows{T, V}"/> for one type and vector width.</summary>
internal readonly unsafe struct CholeskyRoutines<T>(delegate*<T*, int, int, T*, bool> factor, delegate*<T*, int, int, int, T*, void> solve)
    where T : unmanaged
{
    /// <summary>Rows at a time.</summary>
    public const int Together = 8;

    /// <summary>A multiple of every vector, to which rows in memory of their own are filled up.</summary>
    public const int Whole = 16;

    /// <summary>The elements that the factors of so many rows, a multiple of those at a time, take.</summary>
    public static int Factors(int rows) => rows * (rows + Together) / 2;

    /// <inheritdoc cref="CholeskyRows{T, V}.Factor"/>
    public bool Factor(T* u, int stride, int rows, T* factors) => factor(u, stride, rows, factors);

    /// <inheritdoc cref="CholeskyRows{T, V}.Solve"/>
    public void Solve(T* u, int stride, int rows, int columns, T* factors) => solve(u, stride, rows, columns, factors);
}

/// <summary>The routines by the width of vectors.</summary>
internal static unsafe class CholeskyTable<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Those for vectors of so many bits.</summary>
    public static CholeskyRoutines<T> For(int vectorBits) => vectorBits switch
    {
        512 => Of<Lanes512<T>>(),
        256 => Of<Lanes256<T>>(),
        _ => Of<Lanes128<T>>(),
    };

    private static CholeskyRoutines<T> Of<V>()
        where V : unmanaged, ILanes<V, T> => new(&CholeskyRows<T, V>.Factor, &CholeskyRows<T, V>.Solve);
}
