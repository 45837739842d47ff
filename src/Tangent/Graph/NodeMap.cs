using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tangent;

/// <summary>What a walk knows of nodes.</summary>
internal sealed class NodeMap<T>
{
    private NodePages<Page> pages;

    /// <summary>What is known of a node.</summary>
    public T this[Node node]
    {
        get => TryGet(node, out T? value) ? value : throw new KeyNotFoundException($"NodeMap: nothing is known of {node.Primitive.Name} {node.Spec}.");
        set
        {
            Page page = pages.Get(node);
            page.Present |= NodePages<Page>.Bit(node);
            page.Values[NodePages<Page>.Place(node)] = value;
        }
    }

    /// <summary>True if something is known of a node.</summary>
    public bool Contains(Node node) => PageWith(node) is not null;

    /// <summary>Finds what is known of a node.</summary>
    public bool TryGet(Node node, [MaybeNullWhen(false)] out T value)
    {
        if (PageWith(node) is { } page)
        {
            value = page.Values[NodePages<Page>.Place(node)];
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>What is known of a node, or null.</summary>
    public T? Find(Node node) => TryGet(node, out T? value) ? value : default;

    /// <summary>Takes out what is known of a node.</summary>
    public bool Remove(Node node, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (PageWith(node) is not { } page)
            return false;
        ref T held = ref page.Values[NodePages<Page>.Place(node)];
        (value, held) = (held, default!);
        page.Present &= ~NodePages<Page>.Bit(node);
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => pages = default;

    private Page? PageWith(Node node) => pages.Find(node) is { } page && (page.Present & NodePages<Page>.Bit(node)) != 0 ? page : null;

    private sealed class Page
    {
        public uint Present;
        public Slots Values;

        [InlineArray(NodePages<Page>.Length)]
        public struct Slots
        {
            private T first;
        }
    }
}
