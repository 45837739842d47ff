namespace Tangent.Tests.Graph;

/// <summary>What effects of one order ran, one after the other.</summary>
internal sealed class EffectRecord
{
    private readonly List<string> labels = [];

    /// <summary>The order of all its effects.</summary>
    public EffectOrder Order { get; } = new();

    /// <summary>The labels, in the order in which the effects ran.</summary>
    public string[] Labels
    {
        get
        {
            lock (labels)
                return [.. labels];
        }
    }

    /// <summary>An effect that returns its argument.</summary>
    public NDArray Of(NDArray x, string label, bool rulesRecord = false) => new Recorded(this, label, rulesRecord).Apply(x);

    /// <summary>An effect ran.</summary>
    public void Add(string label)
    {
        lock (labels)
            labels.Add(label);
    }
}
