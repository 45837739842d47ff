namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

/// <summary>A step is one pass over each parameter.</summary>
public class OptimizerPlanTests
{
    private const int Arrays = 100;

    public static TheoryData<string> Names => ["SGD", "Nesterov", "RMSprop", "Adagrad", "AdaDelta", "Adam", "AdamW", "Adamax", "Lion"];

    [Theory, MemberData(nameof(Names))]
    public void AStepIsOneLoopOverEachParameter(string name)
    {
        ParameterTree parameters = Parameters();
        Optimizer optimizer = Make(name, 0.1, biasCorrection: false);
        parameters = optimizer.ApplyGradients(parameters, parameters);
        Mx.Eval(parameters, optimizer);
        RequireLoops(optimizer.ApplyGradients(parameters, parameters), optimizer, others: 3);
    }

    [Theory, MemberData(nameof(Names))]
    public void SoItIsBehindTheGradientsWithASchedule(string name)
    {
        ParameterTree parameters = Parameters();
        Optimizer optimizer = Make(name, Schedules.CosineDecay(0.1, 100), biasCorrection: true);
        Step();
        Mx.Eval(parameters, optimizer);
        Step();
        RequireLoops(parameters, optimizer, others: (2 * Arrays) + 6);

        // Gradients come out of folds, as those of layers come out of products.
        void Step() => parameters = optimizer.ApplyGradients(parameters.Map(array => array - Mx.Mean(array)), parameters);
    }

    [Theory, InlineData("SGD"), InlineData("Nesterov"), InlineData("RMSprop"), InlineData("Adagrad"), InlineData("Adam"), InlineData("AdamW"), InlineData("Adamax")]
    public void SoItIsWithAScheduleWhereGradientsAreThere(string name)
    {
        ParameterTree parameters = Parameters();
        Optimizer optimizer = Make(name, Schedules.CosineDecay(0.1, 100), biasCorrection: true);
        parameters = optimizer.ApplyGradients(parameters, parameters);
        Mx.Eval(parameters, optimizer);
        RequireLoops(optimizer.ApplyGradients(parameters, parameters), optimizer, others: 3);
    }

    private static ParameterTree Parameters() => Every.Tree(1, DType.Float32, [.. Enumerable.Range(0, Arrays).Select(i => (Shape)(1000 + (i % 3)))]);

    private static void RequireLoops(ParameterTree parameters, Optimizer optimizer, int others)
    {
        Node[] results = [.. parameters.Values.Concat(optimizer.State.Values).Select(array => array.Node)];
        PlanGraph graph = Decomposition.Of(results);
        foreach (Node node in results.Where(node => node.Value is null))
            graph.Keep(node);
        Plan plan = Plan.Build(graph);
        PlanOperation[] large = [.. plan.Operations.Where(operation => operation.Outputs.Any(value => value.Spec.Shape.Size >= 1000))];
        Assert.True(large.Length <= Arrays, plan.Dump());
        Assert.All(large, operation => Assert.IsType<Tangent.Kernels.MapKernel>(operation.Kernel));
        // The step, the rate, what corrects a bias, and folds.
        Assert.True(plan.Operations.Length - large.Length <= others, plan.Dump());
    }

    private static Optimizer Make(string name, Rate rate, bool biasCorrection) => name switch
    {
        "SGD" => new SGD(rate, momentum: 0.9),
        "Nesterov" => new SGD(rate, momentum: 0.9, weightDecay: 0.1, nesterov: true),
        "RMSprop" => new RMSprop(rate),
        "Adagrad" => new Adagrad(rate),
        "AdaDelta" => new AdaDelta(rate),
        "Adam" => new Adam(rate, biasCorrection: biasCorrection),
        "AdamW" => new AdamW(rate, biasCorrection: biasCorrection),
        "Adamax" => new Adamax(rate),
        "Lion" => new Lion(rate, weightDecay: 0.1),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
