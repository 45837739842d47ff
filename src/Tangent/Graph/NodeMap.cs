using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>What a walk knows of nodes, by their numbers: those of a graph are dense, so that pages of neighbours hold it.</summary>
/// <remarks>A hash table of some thousand entries is a large object, and a few of these make the collector go through everything.</remarks>
internal sealed class NodeMap<T>
{
    private Dictionary<long, Page>? pages;

    // The page that was used last: of most walks the next node lies on it.
    private Page? recent;
    private long recentNumber;

    /// <summary>What is known of a node.</summary>
    public T this[Node node]
    {
        get => TryGet(node, out T? value) ? value : throw new KeyNotFoundException($"{nameof(NodeMap<T>)}: nothing is known of {node.Primitive.Name} {node.Spec}.");
        set
        {
            Page page = PageOf(node.Id >> Page.Bits) ?? NewPage(node.Id >> Page.Bits);
            page.Present |= Bit(node);
            page.Values[Place(node)] = value;
        }
    }

    /// <summary>True if something is known of a node.</summary>
    public bool Contains(Node node) => PageOf(node.Id >> Page.Bits) is { } page && (page.Present & Bit(node)) != 0;

    /// <summary>Finds what is known of a node.</summary>
    public bool TryGet(Node node, [MaybeNullWhen(false)] out T value)
    {
        bool isKnown = PageOf(node.Id >> Page.Bits) is { } page && (page.Present & Bit(node)) != 0;
        value = isKnown ? recent!.Values[Place(node)] : default;
        return isKnown;
    }

    /// <summary>What is known of a node, or null.</summary>
    public T? Find(Node node) => TryGet(node, out T? value) ? value : default;

    /// <summary>Takes out what is known of a node.</summary>
    public bool Remove(Node node, [MaybeNullWhen(false)] out T value)
    {
        if (!TryGet(node, out value))
            return false;
        recent!.Present &= ~Bit(node);
        recent.Values[Place(node)] = default!;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => (pages, recent) = (null, null);

    private static uint Bit(Node node) => 1u << Place(node);

    private static int Place(Node node) => (int)(node.Id & (Page.Length - 1));

    // Is the recent one afterwards, if there is one.
    private Page? PageOf(long number)
    {
        if (recentNumber == number && recent is not null)
            return recent;
        if (pages is null || !pages.TryGetValue(number, out Page? page))
            return null;
        recentNumber = number;
        return recent = page;
    }

    // The first needs no table.
    private Page NewPage(long number)
    {
        if (recent is not null)
            pages ??= new() { [recentNumber] = recent };
        var page = new Page();
        pages?.Add(number, page);
        recentNumber = number;
        return recent = page;
    }

    private sealed class Page
    {
        public const int Bits = 5;
        public const int Length = 1 << Bits;

        public uint Present;
        public Slots Values;

        [InlineArray(Length)]
        public struct Slots
        {
            private T first;
        }
    }
}
