using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Optimised code must not keep the temporaries of an expression alive until its method ends.</summary>
public class KeepPolicyTests
{
    private const int Count = 4_000_000;

    [Fact]
    public void TemporariesOfArithmeticAreNotKept() => AssertTemporary(Arithmetic);

    [Fact]
    public void TemporariesOfChoicesAndPowersAreNotKept() => AssertTemporary(Choices);

    // A thread of its own: how often the policy asks the collector depends on what it found before on the same thread.
    private static void AssertTemporary(Func<NDArray, (NDArray, Node[])> evaluate)
    {
        int kept = -1;
        var thread = new Thread(() => kept = Kept(evaluate));
        thread.Start();
        thread.Join();
        Assert.Equal(0, kept);
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
    private static (NDArray, Node[]) Choices(NDArray x)
    {
        NDArray z = Mx.Where(x > 0, Mx.Power(x, 2.5f), Mx.Sqrt(x)) - Mx.Exp(x);
        Node[] temporaries = Temporaries(z);
        return (z.Eval(), temporaries);
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
