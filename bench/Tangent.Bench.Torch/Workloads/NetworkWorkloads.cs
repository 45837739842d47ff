using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>The network's loss, its gradient, and its training step.</summary>
internal static class NetworkWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["mlp-loss"] = () => Array(new Network().Loss),
        ["mlp-gradient"] = Gradient,
        ["mlp-step"] = Step,
    };

    private static Network Recorded()
    {
        var network = new Network();
        foreach (Tensor parameter in network.Parameters)
            parameter.requires_grad = true;
        return network;
    }

    private static Workload Gradient()
    {
        Network network = Recorded();
        return Gradients(() =>
        {
            (Tensor loss, IList<Tensor> gradient) = network.Gradient();
            return [loss, .. gradient];
        });
    }

    // The check is of the first step of a network of its own.
    private static Workload Step()
    {
        Network network = Recorded(), another = Recorded();
        Workload training = Gradients(() =>
        {
            network.Step();
            return [];
        });
        Workload once = Gradients(() =>
        {
            another.Step();
            return another.Parameters;
        });
        return training with { Check = once.Check };
    }
}
