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
            page.Present |= Bit(node);
            page.Values[NodePages<Page>.Place(node)] = value;
        }
    }

    /// <summary>True if something is known of a node.</summary>
    public bool Contains(Node node) => pages.Find(node) is { } page && (page.Present & Bit(node)) != 0;

    /// <summary>Finds what is known of a node.</summary>
    public bool TryGet(Node node, [MaybeNullWhen(false)] out T value)
    {
        if (pages.Find(node) is { } page && (page.Present & Bit(node)) != 0)
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
        if (!TryGet(node, out value))
            return false;
        Page page = pages.Get(node);
        page.Present &= ~Bit(node);
        page.Values[NodePages<Page>.Place(node)] = default!;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => pages = default;

    private static uint Bit(Node node) => 1u << NodePages<Page>.Place(node);

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
