using System.Numerics;
using System.Numerics.Tensors;

namespace Tangent.Kernels;

/// <summary>Keys or values read where they lie, for rows so few that packing them would take longer than the products.</summary>
internal sealed unsafe class KeysInPlace<T, TStorage>(DType dtype, AttentionRows<T, TStorage> keys, int vectorBits) : IKeyProducts<T>
    where T : unmanaged, INumberBase<T>
    where TStorage : IStorage<T>
{
    private readonly ProductRoutines product = ProductTable.For(dtype, vectorBits);

    /// <summary>True if so few rows of a type that is computed with as it is stored are multiplied so.</summary>
    public static bool Fits(int rows) => TStorage.HoldsSums && rows <= 8;

    public void Multiply(T* x, int rows, int group, int key, int count, T* scores, bool accumulate)
    {
        var left = new StridedMatrix((byte*)x, rows, keys.Columns, keys.Columns, 1);
        Run(left, keys.Matrix(group, key, count).Transposed, scores, KeyBlock.Length, accumulate);
    }

    public void AddMultiples(T* weights, int rows, int group, int key, int count, T* sums, int stride) =>
        Run(new StridedMatrix((byte*)weights, rows, count, KeyBlock.Length, 1), keys.Matrix(group, key, count), sums, stride, accumulate: true);

    public void Dispose()
    {
    }

    private void Run(in StridedMatrix x, in StridedMatrix y, T* target, int stride, bool accumulate)
    {
        T* made = accumulate ? AttentionScratch.Current.Added.Take<T>((long)x.Rows * stride) : target;
        product.Run(x, y, new ProductTarget((byte*)made, stride, sizeof(T)), product.MethodOf(x, y, stride));
        for (int row = 0; accumulate && row < x.Rows; row++)
        {
            var total = new Span<T>(target + (long)row * stride, y.Columns);
            TensorPrimitives.Add(new ReadOnlySpan<T>(made + (long)row * stride, y.Columns), total, total);
        }
    }
}
