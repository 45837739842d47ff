using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>The network's loss, its derivatives, and its training step.</summary>
internal static class NetworkWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["mlp-loss"] = () => Of((network, parameters) => [network.Loss(parameters)]),
        ["mlp-gradient"] = () => Of(Gradient),
        ["mlp-jvp"] = Jvp,
        ["mlp-hvp"] = HessianVector,
        ["mlp-step"] = Step,
    };

    private static NDArray[] Gradient(Network network, NDArray[] parameters)
    {
        (NDArray loss, NDArray[] gradient) = Mx.ValueAndGrad<NDArray[]>(network.Loss)(parameters);
        return [loss, .. gradient];
    }

    private static Workload Jvp()
    {
        NDArray[] direction = Network.Parameters(20);
        return Of((network, parameters) =>
        {
            (NDArray loss, NDArray slope) = Mx.Jvp<NDArray[], NDArray>(network.Loss, parameters, direction);
            return [loss, slope];
        });
    }

    private static Workload HessianVector()
    {
        NDArray[] direction = Network.Parameters(20);
        return Of((network, parameters) => Mx.Jvp(Mx.Grad<NDArray[]>(network.Loss), parameters, direction).Tangents);
    }

    private static Workload Step()
    {
        var network = new Network();
        AdamState state = AdamState.Start(Network.Parameters(10));
        return new Workload(
            () => (_, state) = network.Step(state),
            () => network.Step(AdamState.Start(Network.Parameters(10))).State.Parameters.Sum(Magnitude));
    }

    private static Workload Of(Func<Network, NDArray[], NDArray[]> compute)
    {
        var network = new Network();
        NDArray[] parameters = Network.Parameters(10);
        return Arrays(() => compute(network, parameters));
    }
}
