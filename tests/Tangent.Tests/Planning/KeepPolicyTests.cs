using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Optimised code must not keep the temporaries of an expression alive until its method ends.</summary>
public class KeepPolicyTests
{
    private const int Count = 4_000_000;

    [Fact]
    public void TemporariesOfArithmeticAreNotKept() => AssertTemporary(Arithmetic, 0);

    // The tables of a walk over so many nodes are large objects, which only a full collection frees.
    [Fact]
    public void TemporariesOfManyTangentsAreNotKept() => AssertTemporary(ManyTangents, 1);

    // Other tests collect too, and what lives through two collections while the expression is made is out of reach of a
    // young one: the best of several attempts counts. Each has a thread of its own, since how often the policy asks the
    // collector depends on what it found before on the same thread.
    private static void AssertTemporary(Func<NDArray, (NDArray, Node[])> evaluate, int most)
    {
        int kept = int.MaxValue;
        for (int attempt = 0; attempt < 5 && kept > most; attempt++)
        {
            var thread = new Thread(() => kept = Kept(evaluate));
            thread.Start();
            thread.Join();
        }
        Assert.InRange(kept, 0, most);
    }

    private static int Kept(Func<NDArray, (NDArray, Node[])> evaluate)
    {
        (NDArray z, Node[] temporaries) = evaluate(Mx.Full(Count, 0.5f).Eval());
        Assert.NotNull(z.Node.Value);
        Assert.NotEmpty(temporaries);
        return temporaries.Count(node => node.Value is not null);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static (NDArray, Node[]) Arithmetic(NDArray x)
    {
        NDArray z = x * Mx.Tanh(x) + Mx.Exp(-x * x) / (x + x);
        Node[] temporaries = Temporaries(z);
        return (z.Eval(), temporaries);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static (NDArray, Node[]) ManyTangents(NDArray x)
    {
        NDArray z = Tangent(Mx.Reshape(x, (-1, 40_000))[0].Eval());
        Node[] temporaries = Temporaries(z);
        return (z.Eval(), temporaries);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NDArray Tangent(NDArray x)
    {
        return Mx.Jvp(Layers, x, x).Tangents;

        static NDArray Layers(NDArray h)
        {
            for (int i = 0; i < 4_000; i++)
                h = Mx.Sin(h);
            return h;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node[] Temporaries(NDArray z)
    {
        var found = new HashSet<Node>();
        var open = new Stack<Node>(z.Node.Inputs.ToArray());
        while (open.TryPop(out Node? node))
            if (node.Value is null && node.Primitive is not Constant && found.Add(node))
                foreach (Node input in node.Inputs)
                    open.Push(input);
        return [.. found];
    }
}
