namespace Tangent.Layers;

/// <summary>A module that makes one array of one: what <see cref="Sequential"/> is made of.</summary>
public abstract partial class Unary : Module
{
    /// <summary>What it makes of an array. As a method group it is a function, which every transform takes.</summary>
    public abstract NDArray Call(NDArray x);
}
