using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>
/// What a walk holds of nodes, in pages by their numbers: those of a graph are dense, and walks go from one to its neighbours.
/// </summary>
/// <remarks>
/// A hash table of some thousand nodes is a large object, and a few of these make the collector go through everything. Where two
/// hold few pages, as most do, no table is made: each has a place of its own.
/// </remarks>
/// <typeparam name="TPage">What is held of <see cref="Length"/> nodes whose numbers follow each other.</typeparam>
internal struct NodePages<TPage> where TPage : class, new()
{
    /// <summary>Nodes on a page.</summary>
    public const int Length = 1 << Bits;

    private const int Bits = 5;
    private const int MostRecent = 4;

    private Dictionary<long, TPage>? table;
    private Recent recent;

    /// <summary>The place of a node on its page.</summary>
    public static int Place(Node node) => (int)node.Id & (Length - 1);

    /// <summary>The bit of a node in a word for its page.</summary>
    public static uint Bit(Node node) => 1u << Place(node);

    /// <summary>The page of a node; null if there is none.</summary>
    public TPage? Find(Node node)
    {
        long number = node.Id >> Bits;
        ref (long Number, TPage? Page) place = ref recent[(int)number & (MostRecent - 1)];
        if (place.Number == number)
            return place.Page;
        if (table is null || !table.TryGetValue(number, out TPage? page))
            return null;
        Put(ref place, number, page);
        return page;
    }

    /// <summary>The page of a node; a new one if there is none.</summary>
    public TPage Get(Node node)
    {
        if (Find(node) is { } page)
            return page;
        page = new TPage();
        long number = node.Id >> Bits;
        Put(ref recent[(int)number & (MostRecent - 1)], number, page);
        return page;
    }

    /// <summary>All pages and their numbers, in any order.</summary>
    public Dictionary<long, TPage> All()
    {
        table ??= [];
        foreach ((long number, TPage? page) in recent)
            if (page is not null)
                table[number] = page;
        return table;
    }

    // What was there is found in the table from now on.
    private void Put(ref (long Number, TPage? Page) place, long number, TPage page)
    {
        if (place.Page is { } other)
            (table ??= [])[place.Number] = other;
        place = (number, page);
    }

    [InlineArray(MostRecent)]
    private struct Recent
    {
        private (long Number, TPage? Page) first;
    }
}
