namespace Tangent;

/// <summary>A tree that may stand in several places and is one: a visitor goes through it once, in the first of them, and a copy stands in all.</summary>
internal interface ISharedTree : ITree;
