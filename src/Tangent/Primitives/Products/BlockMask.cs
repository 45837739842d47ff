namespace Tangent;

/// <summary>Masks of square blocks of matrices.</summary>
internal static class BlockMask
{
    /// <summary>Refuses a mask that has not an element for each block of [rows, columns].</summary>
    public static void Require(string function, string name, NDArray? mask, int rows, int columns, int size)
    {
        (int high, int wide) = (Blocks(rows, size), Blocks(columns, size));
        if (mask is not null && (mask.Rank < 2 || mask.Shape[^2] != high || mask.Shape[^1] != wide))
            throw new ArgumentException($"{function}: {name} has shape {mask.Shape}; blocks of {size} in [{rows},{columns}] need [..., {high}, {wide}].", name);
        if (mask is not null && mask.DType.IsComplex)
            throw new ArgumentException($"{function}: {name} is {mask.DType.Name()}; it must be bool or real.", name);
    }

    /// <summary>A bool mask is left for the product; numbers are multiplied block by block with the matrices.</summary>
    public static (NDArray Scaled, NDArray? Mask) Scale(NDArray x, NDArray? mask, int size)
    {
        if (mask is null || mask.DType == DType.Bool)
            return (x, mask);
        NDArray factors = Mx.Repeat(Mx.Repeat(Mx.AsType(mask, x.DType), size, -1), size, -2);
        return (x * factors[Mx.Ellipsis, ..x.Shape[^2], ..x.Shape[^1]], null);
    }

    private static int Blocks(int length, int size) => (length + size - 1) / size;
}
