using System.Collections.Concurrent;
using Tangent.Kernels;

namespace Tangent;

/// <summary>The kernels of row-wise compositions, made once for each primitive and the shapes and types of its inputs.</summary>
internal static class RowKernels
{
    /// <summary>More kernels than this are hardly reused; then the table starts afresh.</summary>
    private const int Limit = 1024;

    /// <summary>Fewer elements are evaluated node by node.</summary>
    private const long FewestElements = 4096;

    private static readonly ConcurrentDictionary<Key, RowWiseKernel?> Table = new();

    /// <summary>The kernel; null where the composition is to be evaluated instead.</summary>
    public static RowWiseKernel? Find(RowComposite primitive, Node[] x)
    {
        if (x.Length == 0 || x[0].Shape.Size < FewestElements)
            return null;
        var key = new Key(primitive, [.. x.Select(node => node.Spec)]);
        if (Table.TryGetValue(key, out RowWiseKernel? kernel))
            return kernel;
        if (Table.Count >= Limit)
            Table.Clear();
        return Table[key] = RowLowering.Of(primitive, key.Inputs);
    }

    private sealed record Key(Primitive Primitive, ArraySpec[] Inputs)
    {
        public bool Equals(Key? other) => other is not null && Primitive == other.Primitive && Inputs.AsSpan().SequenceEqual(other.Inputs);

        public override int GetHashCode() => HashCode.Combine(Primitive, Inputs.Length, Inputs[0], Inputs[^1]);
    }
}
