using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Work on a row of scores, of a number that is a multiple of the lanes: what stands behind the last key is -∞ or 0.</summary>
internal static unsafe class ScoreRow<T, V, TNumber>
    where T : unmanaged, IFloatingPointIeee754<T>
    where V : unmanaged, ILanes<V, T>
    where TNumber : IAttentionNumber<T>
{
    /// <summary>The largest; of a row with NaN any number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Max(T* row, int count)
    {
        V largest = V.Broadcast(T.NegativeInfinity);
        for (int i = 0; i < count; i += V.Count)
            largest = V.MaxNative(V.Load(row + i), largest);
        T result = V.Get(largest, 0);
        for (int lane = 1; lane < V.Count; lane++)
            result = T.Max(result, V.Get(largest, lane));
        return result;
    }

    /// <summary>Replaces each score s by exp(s − shift) and gives the sum of all, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Exp(T* row, int count, T shift)
    {
        V less = V.Broadcast(shift), sum = V.Broadcast(T.Zero);
        for (int i = 0; i < count; i += V.Count)
        {
            V power = TNumber.Exp(V.Load(row + i) - less);
            V.Store(power, row + i);
            sum += power;
        }
        return Sum(sum);
    }

    /// <summary>Multiplies a row by another, and gives the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Multiply(T* row, T* factors, int count)
    {
        V sum = V.Broadcast(T.Zero);
        for (int i = 0; i < count; i += V.Count)
        {
            V product = V.Load(row + i) * V.Load(factors + i);
            V.Store(product, row + i);
            sum += product;
        }
        return Sum(sum);
    }

    /// <summary>row = factors·(row − less).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SubtractAndMultiply(T* row, T less, T* factors, int count)
    {
        V subtracted = V.Broadcast(less);
        for (int i = 0; i < count; i += V.Count)
            V.Store(V.Load(factors + i) * (V.Load(row + i) - subtracted), row + i);
    }

    /// <summary>row = factors·(row − less), and its tangent from those of the row, of what is subtracted and of the factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ProductRule(T* row, T* drow, T less, T dless, T* factors, T* dfactors, int count)
    {
        V subtracted = V.Broadcast(less), dsubtracted = V.Broadcast(dless);
        for (int i = 0; i < count; i += V.Count)
        {
            V factor = V.Load(factors + i), difference = V.Load(row + i) - subtracted, ddifference = V.Load(drow + i) - dsubtracted;
            V.Store(factor * difference, row + i);
            V.Store(V.FusedMultiplyAdd(V.Load(dfactors + i), difference, factor * ddifference), drow + i);
        }
    }

    /// <summary>Multiplies a row by a number.</summary>
    public static void Scale(T* row, int count, T factor)
    {
        V scale = V.Broadcast(factor);
        for (int i = 0; i < count; i += V.Count)
            V.Store(V.Load(row + i) * scale, row + i);
    }

    private static T Sum(V x)
    {
        T sum = V.Get(x, 0);
        for (int lane = 1; lane < V.Count; lane++)
            sum += V.Get(x, lane);
        return sum;
    }
}
