namespace Tangent;

/// <summary>What a loop asks of its state.</summary>
internal static class LoopState
{
    /// <summary>Refuses a step that changes the number, shapes or types of the arrays of the state. At first a literal may get the type of what it met.</summary>
    public static void Require(string function, NDArray[] before, NDArray[] after, bool isFirst)
    {
        if (before.Length != after.Length)
            throw new ArgumentException($"{function}: the state has {before.Length} arrays before a step and {after.Length} after it.", nameof(after));
        for (int i = 0; i < before.Length; i++)
            if (after[i].Spec != before[i].Spec && !(isFirst && before[i].Literal is not null && after[i].Shape == before[i].Shape))
                throw new ArgumentException($"{function}: array {i} of the state is {before[i].Spec} before a step and {after[i].Spec} after it.", nameof(after));
    }
}
