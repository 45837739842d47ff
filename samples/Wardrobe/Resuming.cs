using Tangent;

namespace Wardrobe;

/// <summary>Training that stops and goes on.</summary>
internal static class Resuming
{
    private const int Steps = 5;

    /// <summary>True if steps after a file was read end with the same bits as those without a stop.</summary>
    public static bool IsSame(Pictures pictures, int epochs, string file)
    {
        var first = new Training(pictures, epochs);
        first.Epoch(0, Steps);
        first.Save(file);
        first.Epoch(1, Steps);
        var second = new Training(pictures, epochs);
        second.Load(file);
        second.Epoch(1, Steps);
        return first.Network.Parameters().All(pair => Mx.ArrayEqual(pair.Value, second.Network.Parameters()[pair.Key]).Item<bool>());
    }
}
