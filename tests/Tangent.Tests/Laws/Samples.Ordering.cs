namespace Tangent.Tests.Laws;

public static partial class Samples
{
    private static IEnumerable<Sample> OrderingFamily() =>
    [
        Of("Mx.Sort", "axis", x => Mx.Sort(x, 0), (4, 2)),
        Of("Mx.Sort", "flattened", x => Mx.Sort(x, null), (2, 3)),
        Of("Mx.Partition", "last", x => Mx.Partition(x, 1), (2, 4)),
        Of("Mx.TopK", "axis", x => Mx.TopK(x, 2, 1), Cube),
        Flat("Mx.ArgSort", x => Mx.ArgSort(x, 0), Place),
        Flat("Mx.ArgPartition", x => Mx.ArgPartition(x, 1), Place),
    ];
}
