using Tangent;
using Tangent.Layers;

namespace Wardrobe;

/// <summary>A network in fewer bits.</summary>
internal static class Quantized
{
    /// <summary>A copy whose dense layers have four bits a number.</summary>
    public static Network Copy(Network network)
    {
        Network copy = network.Clone();
        Nn.Quantize(copy, groupSize: 64, bits: 4);
        return copy;
    }

    /// <summary>The bytes of all that a network holds.</summary>
    public static long Bytes(Network network) => network.Parameters().Values.Sum(array => array.NBytes);
}
