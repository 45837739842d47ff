using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// A Hermitian matrix as Q·T·Qᴴ with a real tridiagonal T, by reflections whose effect on the rest of the matrix is put off for a panel of
/// them (Dongarra, Sorensen and Hammarling, "Block reduction of matrices to condensed forms for eigenvalue computations", 1989): half of the
/// work are products with vectors, half products of matrices. Backward error n·ε·‖A‖.
/// </summary>
internal static unsafe class Tridiagonal<T, TField, TReal>
    where T : unmanaged
    where TField : IField<T>
    where TReal : unmanaged, INumberBase<TReal>
{
    /// <summary>Reflections of a panel, whole steps of <see cref="MatrixVector{T, TField, TReal}"/>.</summary>
    public const int Panel = 32;

    // Rows whose part of the update is one product.
    private const int UpdatedRows = 128;

    /// <summary>
    /// Reduces a, of whose padded memory the upper triangle and the blocks on the diagonal are read. Row k keeps the vector of reflection k
    /// from its second element behind the diagonal on.
    /// </summary>
    public static void Reduce(T* a, long stride, int n, double* diagonal, double* offDiagonal, T* taus)
    {
        using var products = new MatrixVector<T, TField, TReal>(Math.Max(n, 2 * Panel));
        using var rows = new Scratch<T>(2 * Panel * stride);
        using var update = new Scratch<T>(4 * Panel * stride);
        using var work = new Scratch<T>(5 * stride);
        for (int start = 0; start < n; start += Panel)
        {
            int end = Math.Min(n, start + Panel);
            for (int k = start; k < end; k++)
            {
                T* row = a + k * stride;
                UpdateRow(products, row, rows.Pointer, stride, k - start, k, n, work.Pointer);
                diagonal[k] = TField.Real(row[k]);
                if (k == n - 1)
                    break;
                (taus[k], offDiagonal[k]) = Reflect(products, a, rows.Pointer, stride, k - start, k, n, work.Pointer);
            }
            UpdateRest(a, rows.Pointer, update.Pointer, stride, end, n);
        }
    }

    // Row k less what the reflections of its panel take off. Rows 2i and 2i + 1 of the panel are vᵢ and wᵢ with A − v·wᴴ − w·vᴴ.
    private static void UpdateRow(
        in MatrixVector<T, TField, TReal> products, T* row, T* panel, long stride, int count, int k, int n, T* work)
    {
        if (count == 0)
            return;
        T* factors = stackalloc T[2 * Panel + 4];
        new Span<T>(factors, 2 * Panel + 4).Clear();
        for (int i = 0; i < 2 * count; i++)
            factors[i] = panel[(i ^ 1) * stride + k];
        products.AdjointTimes(panel, stride, 2 * count, factors, k, n, work);
        T one = TField.Make(1, 0);
        TField.SubtractRows(row + k, work + k, 0, &one, 1, n - k);
    }

    // The reflection that leaves of row k the diagonal and one element, and its pair of rows.
    private static (T Tau, double Beside) Reflect(
        in MatrixVector<T, TField, TReal> products, T* a, T* panel, long stride, int count, int k, int n, T* work)
    {
        T* row = a + k * stride, v = panel + 2 * count * stride, w = v + stride;
        new Span<T>(v, (int)(2 * stride)).Clear();
        for (int j = k + 1; j < n; j++)
            v[j] = TField.Conjugate(row[j]);
        T tau = Householder<T, TField>.Reflect(v + k + 1, 1, n - k - 1);
        double beside = TField.Real(v[k + 1]);
        v[k + 1] = TField.Make(1, 0);
        new Span<T>(v + k + 1, n - k - 1).CopyTo(new Span<T>(row + k + 1, n - k - 1));
        if (TField.Magnitude(tau) == 0)
            return (tau, beside);
        T* product = work + stride;
        products.HermitianTimes(a, stride, v, k + 1, n, product);
        if (count > 0)
            UpdateProduct(products, panel, stride, count, v, k + 1, n, product, work);
        for (int j = k + 1; j < n; j++)
            w[j] = TField.Multiply(tau, product[j]);
        T factor = TField.Multiply(TField.Make(0.5, 0), TField.Multiply(tau, TField.ConjugateDot(w + k + 1, v + k + 1, n - k - 1)));
        TField.SubtractRows(w + k + 1, v + k + 1, 0, &factor, 1, n - k - 1);
        return (tau, beside);
    }

    // The product with the matrix as it was before the panel, less that with what the panel takes off.
    private static void UpdateProduct(
        in MatrixVector<T, TField, TReal> products, T* panel, long stride, int count, T* v, int start, int n, T* product, T* work)
    {
        T* conjugate = work + 2 * stride, taken = work + 3 * stride;
        T* sums = stackalloc T[2 * Panel + 4], swapped = stackalloc T[2 * Panel + 4];
        new Span<T>(swapped, 2 * Panel + 4).Clear();
        new Span<T>(conjugate, (int)stride).Clear();
        for (int j = start; j < n; j++)
            conjugate[j] = TField.Conjugate(v[j]);
        products.Times(panel, stride, 2 * count, conjugate, start, n, sums);
        for (int i = 0; i < 2 * count; i++)
            swapped[i] = sums[i ^ 1];
        products.AdjointTimes(panel, stride, 2 * count, swapped, start, n, taken);
        for (int j = start; j < n; j++)
            product[j] = TField.Subtract(product[j], TField.Conjugate(taken[j]));
    }

    private static void UpdateRest(T* a, T* panel, T* update, long stride, int start, int n)
    {
        if (start >= n)
            return;
        T* left = update, right = update + 2 * Panel * stride;
        for (int i = 0; i < 2 * Panel; i++)
        {
            new Span<T>(panel + i * stride + start, n - start).CopyTo(new Span<T>(left + (i ^ 1) * stride + start, n - start));
            for (int j = start; j < n; j++)
                right[i * stride + j] = TField.Conjugate(panel[i * stride + j]);
        }
        Workers.For((n - start + UpdatedRows - 1) / UpdatedRows, 1, (first, last) =>
        {
            for (long block = first; block < last; block++)
            {
                int row = start + (int)block * UpdatedRows, count = Math.Min(UpdatedRows, n - row);
                ProductUpdate<T, TField>.Subtract(
                    a + row * stride + row, stride, new((byte*)(left + row), count, 2 * Panel, 1, stride), new((byte*)(right + row), 2 * Panel, n - row, stride, 1));
            }
        });
    }
}
