using Tangent.Kernels;

namespace Tangent;

/// <summary>The progression Start, Start + Step, … in a one-axis array. Integer types truncate both numbers first.</summary>
internal sealed record Iota(double Start, double Step, int Length, DType DType) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Start), Start), new(nameof(Step), Step), new(nameof(Length), Length), new(nameof(DType), DType)];

    /// <summary>0, 1, 2, …</summary>
    public static NDArray Of(int length, DType dtype) => new Iota(0, 1, length, dtype).Apply();

    /// <summary>0, 1, 2, … along one of <paramref name="rank"/> axes; the others have length 1.</summary>
    public static NDArray Along(int axis, int rank, int length, DType dtype)
    {
        var lengths = new int[rank];
        Array.Fill(lengths, 1);
        lengths[axis] = length;
        return Mx.Reshape(Of(length, dtype), lengths);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Length, DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new IotaKernel(Start, Step);
}
