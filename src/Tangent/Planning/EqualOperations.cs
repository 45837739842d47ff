namespace Tangent;

/// <summary>Finds operations of one primitive on the same values: a rule and the composition that it belongs to have parts in common.</summary>
internal sealed class EqualOperations
{
    // By the hash of primitive and inputs; the second of two that happen to have one is not found, which costs time only.
    private readonly Dictionary<int, PlanOperation> operations = [];

    /// <summary>The operation of this primitive on these values, if there is one.</summary>
    public PlanOperation? Find(Primitive primitive, PlanValue[] inputs) =>
        operations.TryGetValue(Hash(primitive, inputs), out PlanOperation? operation)
            && !primitive.HasEffect && primitive.Equals(operation.Primitive) && operation.Inputs.AsSpan().SequenceEqual(inputs)
            ? operation
            : null;

    /// <summary>Adds an operation.</summary>
    public void Add(PlanOperation operation) => operations.TryAdd(Hash(operation.Primitive!, operation.Inputs), operation);

    private static int Hash(Primitive primitive, PlanValue[] inputs)
    {
        int hash = primitive.GetHashCode();
        foreach (PlanValue input in inputs)
            hash = hash * 31 + input.Index;
        return hash;
    }
}
