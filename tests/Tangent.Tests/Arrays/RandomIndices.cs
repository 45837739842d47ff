using CsCheck;

namespace Tangent.Tests.Arrays;

/// <summary>Arbitrary shapes with indices that are valid for them.</summary>
internal static class RandomIndices
{
    /// <summary>A shape of up to four axes, of which some may be empty, and an index.</summary>
    public static Gen<(int[] Shape, object[] Index)> All { get; } =
        from lengths in Gen.Int[0, 4].Array[0, 4]
        from broadcast in Gen.Int[0, 2]
        from entries in Entries(lengths, broadcast)
        select (lengths, entries);

    private static Gen<object[]> Entries(int[] shape, int arrayRank) =>
        from used in Gen.Int[0, shape.Length]
        from hasEllipsis in Gen.Bool
        from seeds in Gen.Int[0, int.MaxValue - 1].Array[used + 1]
        select Build(shape, arrayRank, used, hasEllipsis, seeds);

    private static object[] Build(int[] shape, int arrayRank, int used, bool hasEllipsis, int[] seeds)
    {
        var random = new Random(seeds[0]);
        int[] common = [.. Enumerable.Range(0, arrayRank).Select(_ => random.Next(1, 4))];
        int ellipsis = hasEllipsis ? random.Next(used + 1) : -1;
        var entries = new List<object>();
        for (int i = 0; i <= used; i++)
        {
            if (i == ellipsis)
                entries.Add("...");
            if (random.Next(6) == 0)
                entries.Add("new");
            if (i < used)
            {
                int axis = hasEllipsis && i >= ellipsis ? i + shape.Length - used : i;
                entries.Add(Entry(shape[axis], common, new Random(seeds[i + 1])));
            }
        }
        return [.. entries];
    }

    private static object Entry(int length, int[] common, Random random) => (length == 0 ? 2 : random.Next(4)) switch
    {
        0 => random.Next(-length, length),
        1 => Places(length, common, random),
        _ => new NaiveIndex.Steps(End(length, random), End(length, random), random.Next(1, 4) * (random.Next(2) == 0 ? 1 : -1)),
    };

    private static NaiveIndex.Places Places(int length, int[] common, Random random)
    {
        int rank = random.Next(common.Length + 1);
        Shape shape = [.. common[(common.Length - rank)..].Select(size => random.Next(3) == 0 ? 1 : size)];
        return new(shape, [.. Enumerable.Range(0, (int)shape.Size).Select(_ => random.Next(-length, length))]);
    }

    private static int? End(int length, Random random) => random.Next(3) == 0 ? null : random.Next(-length - 2, length + 3);
}
