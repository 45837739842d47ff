using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>References are used again where their handle has died, and nowhere else.</summary>
public class WeakReferencesTests
{
    [Fact]
    public void References_to_dead_handles_are_used_again()
    {
        var references = new WeakReferences();
        HashSet<WeakReference<NDArray>> first = Dropped(references, 64);
        GC.Collect();
        HashSet<WeakReference<NDArray>> second = Dropped(references, 64);
        Assert.Equal(64, first.Count);
        Assert.True(first.SetEquals(second));
    }

    [Fact]
    public void References_to_living_handles_keep_their_handle()
    {
        var references = new WeakReferences();
        var held = new List<(NDArray Array, WeakReference<NDArray> Reference)>();
        for (int round = 0; round < 20; round++)
        {
            for (int i = 0; i < 50; i++)
            {
                NDArray array = New();
                held.Add((array, references.Take(array)));
                Dropped(references, round % 3);
            }
            GC.Collect();
            if (round % 5 == 4)
                held.RemoveRange(0, held.Count / 2);
        }
        foreach ((NDArray array, WeakReference<NDArray> reference) in held)
            Assert.True(reference.TryGetTarget(out NDArray? target) && ReferenceEquals(array, target));
    }

    [Fact]
    public void A_node_whose_reference_is_used_again_is_not_held()
    {
        Node node = Unheld();
        GC.Collect();
        for (int i = 0; i < 10_000; i++)
            Mx.Arange(100_000);
        Assert.Null(node.Readers!.Find());
        NDArray again = node.Handle();
        Assert.NotNull(node.Readers.Find());
        Assert.Same(again, node.Handle());
    }

    private static NDArray New() => Constant.Of(1.0, DType.Float32);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node Unheld() => Mx.Arange(100_000).Node;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static HashSet<WeakReference<NDArray>> Dropped(WeakReferences references, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => references.Take(New()))];
}
