using Tangent.Kernels;

namespace Tangent;

/// <summary>The kernels of row-wise compositions, made once for each primitive and the shapes and types of its inputs.</summary>
internal static class RowKernels
{
    /// <summary>Fewer elements are evaluated node by node.</summary>
    private const long FewestElements = 4096;

    // More kernels than this are hardly reused.
    private static readonly BoundedTable<Key, RowWiseKernel?> Table = new(limit: 1024);

    /// <summary>The kernel; null where the composition is to be evaluated instead.</summary>
    public static RowWiseKernel? Find<T>(T primitive, Node[] x) where T : Primitive, IRowComposition
    {
        if (x.Length == 0 || x[0].Shape.Size < FewestElements)
            return null;
        var key = new Key(primitive, [.. x.Select(node => node.Spec)]);
        return Table.TryGet(key, out RowWiseKernel? kernel) ? kernel : Table.Add(key, RowLowering.Of(primitive.Name, primitive, key.Inputs));
    }

    private sealed record Key(Primitive Primitive, ArraySpec[] Inputs)
    {
        public bool Equals(Key? other) => other is not null && Primitive == other.Primitive && Inputs.AsSpan().SequenceEqual(other.Inputs);

        public override int GetHashCode() => HashCode.Combine(Primitive, Inputs.Length, Inputs[0], Inputs[^1]);
    }
}
