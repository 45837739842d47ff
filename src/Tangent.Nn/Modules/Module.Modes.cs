namespace Tangent.Layers;

public abstract partial class Module
{
    /// <summary>Says to this module and all in it whether they are being trained.</summary>
    /// <returns>This module.</returns>
    [Mlx("nn.Module.train")]
    public Module Train(bool mode = true)
    {
        foreach (Module module in Modules())
            module.SetTraining(mode);
        return this;
    }

    /// <summary>Says to this module and all in it that they are used and not trained.</summary>
    /// <returns>This module.</returns>
    [Mlx("nn.Module.eval")]
    public Module Eval() => Train(false);

    /// <summary>The same until the result is disposed; then each module is in the mode in which it was.</summary>
    public IDisposable EvalMode()
    {
        var scope = new ModeScope([.. Modules().Select(module => (module, module.Training))]);
        Eval();
        return scope;
    }

    private void SetTraining(bool isTraining)
    {
        if (mode.IsTraining == isTraining)
            return;
        mode = mode with { IsTraining = isTraining };
        OnTrainingChanged();
    }

    private sealed class ModeScope((Module Module, bool IsTraining)[] modes) : IDisposable
    {
        private (Module Module, bool IsTraining)[] modes = modes;

        public void Dispose()
        {
            foreach ((Module module, bool isTraining) in modes)
                module.SetTraining(isTraining);
            modes = [];
        }
    }
}
