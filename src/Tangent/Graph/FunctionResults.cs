namespace Tangent;

/// <summary>What a user's function gave.</summary>
internal static class FunctionResults
{
    /// <summary>The results, of which none may be missing.</summary>
    /// <param name="transform">The public function that was called, for messages.</param>
    /// <param name="results">What the function returned.</param>
    public static NDArray[] Of(string transform, NDArray[]? results)
    {
        if (results is null)
            throw new ArgumentException($"{transform}: the function returned null.", "function");
        for (int i = 0; i < results.Length; i++)
            if (results[i] is null)
                throw new ArgumentException($"{transform}: {(results.Length == 1 ? "the function returned null" : $"result {i} of the function is null")}.", "function");
        return results;
    }
}
