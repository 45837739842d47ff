namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

/// <summary>Wrong settings are refused with the name of what was called and of what is wrong.</summary>
public class OptimizerArgumentTests
{
    [Fact]
    public void SettingsOutsideTheirRange()
    {
        Refusal.Names(() => new RMSprop(0.1, alpha: 1), "RMSprop: alpha");
        Refusal.Names(() => new RMSprop(0.1, eps: -1), "RMSprop: eps");
        Refusal.Names(() => new Adagrad(0.1, eps: double.NaN), "Adagrad: eps");
        Refusal.Names(() => new AdaDelta(0.1, rho: -0.1), "AdaDelta: rho");
        Refusal.Names(() => new Adam(0.1, betas: (0.9, 1)), "Adam: betas");
        Refusal.Names(() => new AdamW(0.1, betas: (-0.9, 0.9)), "AdamW: betas");
        Refusal.Names(() => new AdamW(0.1, weightDecay: -1), "AdamW: weightDecay");
        Refusal.Names(() => new Adamax(0.1, eps: -1), "Adamax: eps");
        Refusal.Names(() => new Lion(0.1, betas: (1, 0.9)), "Lion: betas");
        Refusal.Names(() => new Adafactor(relativeStep: false), "Adafactor: without relativeStep");
        Refusal.Names(() => new Adafactor(decayRate: 0.8), "Adafactor: decayRate");
        Refusal.Names(() => new Adafactor(clipThreshold: 0), "Adafactor: clipThreshold");
        Refusal.Names(() => new Muon(0.1, nsSteps: 0), "Muon: nsSteps");
        Refusal.Names(() => new Muon(0.1, momentum: 2), "Muon: momentum");
        Refusal.Names(() => new SGD(0.1, momentum: -1), "SGD: momentum");
        Refusal.Names(() => new SGD(0.1, nesterov: true), "SGD: Nesterov");
        Refusal.Names(() => new Adam(0.1, stateDType: DType.Int32), "Adam: stateDType", "int32");
        Refusal.Names(() => new LossScaling(new SGD(0.1), initial: 0), "LossScaling: initial");
        Assert.Throws<ArgumentNullException>(() => new Adam(null!));
        Assert.Throws<ArgumentNullException>(() => new LossScaling(null!));
    }

    [Fact]
    public void SchedulesOutsideTheirRange()
    {
        Refusal.Names(() => Schedules.CosineDecay(0.1, 0), "CosineDecay: decaySteps");
        Refusal.Names(() => Schedules.StepDecay(0.1, 0.5, -1), "StepDecay: stepSize");
        Refusal.Names(() => Schedules.ExponentialDecay(0.1, -0.5), "ExponentialDecay: decayRate");
        Refusal.Names(() => Schedules.LinearSchedule(0, 1, 0), "LinearSchedule: steps");
        Func<NDArray, NDArray> constant = step => Mx.ZerosLike(step);
        Refusal.Names(() => Schedules.JoinSchedules([], []), "JoinSchedules: 0 schedules");
        Refusal.Names(() => Schedules.JoinSchedules([constant, constant], []), "JoinSchedules: 2 schedules need 1");
        Refusal.Names(() => Schedules.JoinSchedules([constant, constant, constant], [5, 5]), "JoinSchedules: the boundaries [5, 5]");
        Refusal.Names(() => Schedules.JoinSchedules([constant, null!], [5]), "JoinSchedules: schedule 1");
        Refusal.Names(() => Optimizer.ClipGradNorm(ParameterTree.Empty, -1), "ClipGradNorm: maxNorm");
    }

    [Fact]
    public void FiltersAndOptimizersThatDoNotMatch()
    {
        var sgd = new SGD(0.1);
        Refusal.Names(() => new MultiOptimizer([]), "MultiOptimizer: 0 optimisers");
        Refusal.Names(() => new MultiOptimizer([sgd, new Adam(0.1)]), "MultiOptimizer: 2 optimisers and 0 filters");
        Refusal.Names(() => new MultiOptimizer([sgd, sgd], (_, _) => true), "MultiOptimizer: an optimiser comes twice");
    }
}
