namespace Tangent.Kernels;

/// <summary>One product of a sum: as many elements from the first of either operand as its matrix begins there, and its depth.</summary>
internal readonly record struct ProductTerm(long X, long Y, long Depth)
{
    /// <summary>Adds a term to a list, or to its last term if it goes on where that ends.</summary>
    public void AddTo(List<ProductTerm> terms, long depthStrideOfX, long depthStrideOfY)
    {
        if (terms.Count > 0 && terms[^1] is var last && X == last.X + last.Depth * depthStrideOfX && Y == last.Y + last.Depth * depthStrideOfY)
            terms[^1] = last with { Depth = last.Depth + Depth };
        else if (Depth > 0)
            terms.Add(this);
    }
}
