using System.Runtime.CompilerServices;
using Tangent.Tests.Memory;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Optimised code must not keep the temporaries of an expression alive until its method ends.</summary>
public class KeepPolicyTests
{
    private const int Count = 4_000_000, States = 20;

    [Fact]
    public void TemporariesOfArithmeticAreNotKept() => AssertTemporary(Arithmetic);

    [Fact]
    public void TemporariesOfManyTangentsAreNotKept() => AssertTemporary(ManyTangents);

    // Twenty states of 1 MB, for which the collector is asked, and one who seems to read them all and never comes.
    [Fact]
    public void AReaderThatNeverComesCostsABoundedFactor() => Peak.OnItsThread(() =>
    {
        double least = PeakOfStates(isRead: false);
        for (int turn = 0; turn < 10; turn++)
            Assert.InRange(PeakOfStates(isRead: true), 0, 1.5 * least);
    });

    // States of 128 KB, for which the collector is not asked: what happens does not depend on time.
    [Fact]
    public void WhatGradientsReadInALaterEvaluationIsKeptFromTheThirdStepOn() => Peak.OnItsThread(() =>
    {
        int[] kept = [.. Enumerable.Range(0, 6).Select(_ => KeptByLoss())];
        Assert.InRange(kept[0], 0, States - 1);
        Assert.All(kept[2..], count => Assert.Equal(States, count));
    });

    [Fact]
    public void AThreadThatTrainedKeepsTwiceAtMostForAReaderThatNeverComes() => Peak.OnItsThread(() =>
    {
        for (int step = 0; step < 4; step++)
            KeptByLoss();
        double least = PeakOfStates(isRead: false);
        Assert.InRange(Enumerable.Range(0, 10).Count(_ => PeakOfStates(isRead: true) > 1.5 * least), 0, 2);
    });

    // Two losses, then their gradients: with each disappointment more is kept on trust, until it is enough.
    [Fact]
    public void EvaluationsThatComeInTurnEndInKeepingAll() => Peak.OnItsThread(() =>
    {
        int last = 0;
        for (int step = 0; step < 6; step++)
        {
            (NDArray loss, NDArray gradient, Node[] states)[] parts = [Training(), Training(), Training()];
            foreach ((NDArray loss, _, _) in parts)
                loss.Eval();
            last = parts.Min(part => part.states.Count(state => state.Value is not null));
            foreach ((_, NDArray gradient, _) in parts)
                gradient.Eval();
        }
        Assert.Equal(States, last);
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int KeptByLoss()
    {
        (NDArray loss, NDArray gradient, Node[] states) = Training();
        loss.Eval();
        int kept = states.Count(state => state.Value is not null);
        gradient.Eval();
        return kept;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (NDArray Loss, NDArray Gradient, Node[] States) Training()
    {
        var states = new List<Node>();
        (NDArray loss, NDArray gradient) = Mx.ValueAndGrad(w =>
        {
            NDArray h = Mx.Ones((256, 128)).Eval();
            for (int i = 0; i < States; i++)
            {
                h = Mx.Tanh(Mx.MatMul(h, w));
                states.Add(h.Node);
            }
            return Mx.Sum(Mx.Square(h));
        })(Mx.Full((128, 128), 0.01f).Eval());
        return (loss, gradient, [.. states]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double PeakOfStates(bool isRead)
    {
        NDArray h = Mx.Ones((1024, 256)).Eval(), w = Mx.Full((256, 256), 0.01f).Eval(), reader = h;
        for (int i = 0; i < States; i++)
        {
            h = Mx.Tanh(Mx.MatMul(h, w));
            if (isRead)
                reader = reader * h;
        }
        PlanGraph graph = Decomposition.Of([h.Node]);
        KeepPolicy.Mark(graph, [h.Node]);
        double peak = Plan.Build(graph).Peak;
        GC.KeepAlive(reader);
        return peak;
    }

    // A thread of its own, since what the policy expects of handles depends on what it found before on the same thread.
    private static void AssertTemporary(Func<NDArray, (NDArray, Node[])> evaluate) => Peak.OnItsThread(() => Assert.Equal(0, Kept(evaluate)));

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
        CollectAll();
        return (z.Eval(), temporaries);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static (NDArray, Node[]) ManyTangents(NDArray x)
    {
        NDArray z = Tangent(Mx.Reshape(x, (-1, 40_000))[0].Eval());
        Node[] temporaries = Temporaries(z);
        CollectAll();
        return (z.Eval(), temporaries);
    }

    // What is unreachable is gone, however many collections other tests made of it and whatever the policy can afford to ask for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CollectAll() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);

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
        // A view of what is in memory anyway holds nothing.
        return [.. found.Where(node => node.HeldBytes > 0)];
    }
}
