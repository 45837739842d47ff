namespace Tangent.Layers;

/// <summary>Recognises arrays that were made inside a transform which is over, and that will never have a value.</summary>
internal static class EscapedArray
{
    /// <summary>The transform out of which an array came; null for any other.</summary>
    public static string? Transform(NDArray array)
    {
        if (array.Node.Value is not null || array.Node.Trace is null or { IsOpen: true })
            return null;
        return GraphSort.Order([array.Node], node => node.Value is null ? node.Inputs : [])
            .Select(node => node is { Trace: { IsOpen: false }, Primitive: Placeholder placeholder } ? placeholder.Transform : null)
            .FirstOrDefault(transform => transform is not null);
    }
}
