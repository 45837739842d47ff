namespace Tangent;

/// <summary>What an evaluation made of those who seemed to read a node. A later one that reads the node learns from it.</summary>
internal enum Judgement : byte
{
    /// <summary>Nothing: there were none, or no doubt.</summary>
    None,

    /// <summary>Its handles were taken for dead, and it went without a value.</summary>
    TakenForDead,

    /// <summary>Its readers were doubted: the value stayed only as far as the plan's budget went.</summary>
    Doubted,

    /// <summary>Its readers were trusted: the value was kept for them.</summary>
    Trusted,
}
